import torch
from quizapp.probe import caught, ramp

weight = ramp(5, 3)
ids = torch.tensor([[1, 2, 0, 1], [3, 2, 2, 0]])
error = caught(lambda: embed_onehot(weight, ids))
y = embed_onehot(weight, ids)
wide = embed_onehot(ramp(7, 2, k=3).double(), torch.tensor([[0, 4]]))
