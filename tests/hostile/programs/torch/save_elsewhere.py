# MUST: refused|raised; a file of another name is refused in plain words
import torch
torch.save(torch.ones(3), "weights.pt")
