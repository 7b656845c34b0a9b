import torch
from quizapp.probe import ramp
from torch import nn

emb = nn.Embedding(4, 3, padding_idx=0)
with torch.no_grad():
    emb.weight[1:] = ramp(3, 3)
w0 = emb.weight
