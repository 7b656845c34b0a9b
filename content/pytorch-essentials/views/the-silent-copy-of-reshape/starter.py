import torch


def mark_first(x, n):
    x.reshape(-1)[:n] = -1
