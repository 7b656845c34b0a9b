import torch


def boosted(x):
    gate = x.sigmoid().clone()
    gate += 1
    return gate * x
