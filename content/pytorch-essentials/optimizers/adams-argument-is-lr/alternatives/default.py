import torch

opt = torch.optim.Adam(net.parameters())
