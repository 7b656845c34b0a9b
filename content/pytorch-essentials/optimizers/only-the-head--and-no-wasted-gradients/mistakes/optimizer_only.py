from torch.optim import SGD


def setup(net, lr):
    params = list(net.classifier.parameters())
    return SGD(params, lr=lr)
