# MUST: finished; HARMLESS; layers of every kind fit into the limits
import torch
from torch import nn
nn.Sequential(nn.Conv2d(3, 16, 3), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2))(torch.randn(8, 3, 64, 64)).sum().backward()
nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4, 128, batch_first=True), 2)(torch.randn(4, 20, 64)).sum().backward()
nn.LSTM(16, 32, 2)(torch.randn(20, 4, 16))[0].sum().backward()
torch.linalg.svd(torch.randn(100, 100))
