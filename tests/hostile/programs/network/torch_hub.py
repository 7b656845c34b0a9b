# MUST: refused|raised; weights from the network
import torch
torch.hub.load_state_dict_from_url("http://127.0.0.1:@@TCP@@/weights.pt", model_dir=".")
print("ESCAPED")
