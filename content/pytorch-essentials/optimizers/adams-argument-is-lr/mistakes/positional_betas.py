from torch.optim import Adam

opt = Adam(net.parameters(), 0.001, (0.5, 0.9))
