from torch import nn


def load_vectors(vectors):
    return nn.Embedding.from_pretrained(vectors, freeze=False)
