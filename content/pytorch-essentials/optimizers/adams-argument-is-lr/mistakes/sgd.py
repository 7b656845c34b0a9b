from torch.optim import SGD

opt = SGD(net.parameters(), lr=0.001)
