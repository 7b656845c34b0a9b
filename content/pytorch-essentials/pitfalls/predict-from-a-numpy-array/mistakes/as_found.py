import torch


def predict(net, array):
    x = torch.from_numpy(array)
    return net(x).numpy()
