import torch
from torch import nn


class Tokens(nn.Module):
    def __init__(self, num_patches, dim):
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.empty(1, num_patches + 1, dim))
        self.cls_token = nn.Parameter(torch.empty(1, 1, dim))
        for p in self.parameters():
            nn.init.constant_(p, 0.98)

    def forward(self, x):
        first = self.cls_token + self.pos_embedding[:, :1]
        rest = x + self.pos_embedding[:, 1:]
        return torch.cat([first.expand(len(x), -1, -1), rest], 1)
