import torch


def snapshot(t):
    return t.detach().cpu().numpy().copy()
