from torch.optim import Adam

opt = Adam(net.classifier.parameters(), lr=0.001)
