import torch
from torch import nn


class Tokens(nn.Module):
    def __init__(self, num_patches, dim):
        super().__init__()
        self.cls_token = nn.Parameter(torch.ones(1, 1, dim) * 0.98)
        self.pos_embedding = nn.Parameter(torch.ones(1, num_patches + 1, dim) * 0.98)

    def forward(self, x):
        b, n, _ = x.shape
        cls = self.cls_token.repeat(b, 1, 1)
        x = torch.cat((cls, x), dim=1)
        x += self.pos_embedding[:, : n + 1]
        return x
