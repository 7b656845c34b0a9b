import torch
from torch import nn


class Tokens(nn.Module):
    def __init__(self, num_patches, dim):
        super().__init__()
        self.pos_embedding = torch.ones(1, num_patches + 1, dim) * 0.98
        self.cls_token = torch.ones(1, 1, dim) * 0.98

    def forward(self, x):
        return x + self.pos_embedding
