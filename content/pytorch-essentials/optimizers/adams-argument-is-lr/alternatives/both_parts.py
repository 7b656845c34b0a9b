from torch import optim

opt = optim.Adam([*net.backbone.parameters(), *net.classifier.parameters()], 0.001)
