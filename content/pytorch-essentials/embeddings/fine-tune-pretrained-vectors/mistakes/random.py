from torch import nn


def load_vectors(vectors):
    v, h = vectors.shape
    return nn.Embedding(v, h)
