import torch
from torch import nn


class Tokens(nn.Module):
    def __init__(self, num_patches, dim):
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.full((1, num_patches + 1, dim), 0.98))
        self.cls_token = nn.Parameter(torch.full((1, 1, dim), 0.98))

    def forward(self, x):
        cls = self.cls_token.expand(x.shape[0], -1, -1)
        return torch.cat([cls, x], dim=1) + self.pos_embedding
