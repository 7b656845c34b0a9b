from torch.optim import Adam

opt = Adam(net.parameters(), learning_rate=0.001)
