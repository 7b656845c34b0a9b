import torch

opt = torch.optim.Adam(params=net.parameters(), learning_rate=1e-3)
