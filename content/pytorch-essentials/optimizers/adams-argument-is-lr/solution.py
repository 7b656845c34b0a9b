from torch.optim import Adam

opt = Adam(net.parameters(), lr=0.001)
