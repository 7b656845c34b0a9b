from torch.optim import Adam

opt = Adam(net, lr=0.001)
