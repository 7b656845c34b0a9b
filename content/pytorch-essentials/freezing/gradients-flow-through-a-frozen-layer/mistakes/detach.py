import torch

def setup(net):
    old = net.b.forward
    net.b.forward = lambda x: old(x).detach()
