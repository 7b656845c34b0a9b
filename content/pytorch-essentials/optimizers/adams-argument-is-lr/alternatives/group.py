import torch

opt = torch.optim.Adam([{"params": list(net.parameters()), "lr": 1e-3}])
