from torch.optim import SGD


def make_opt(net):
    return SGD(net.parameters(), lr=0.01, momentum=0.9, weight_decay=0.01)
