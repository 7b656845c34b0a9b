from torch import nn


def load_vectors(vectors):
    emb = nn.Embedding(vectors.shape[0], vectors.shape[1])
    emb.weight = nn.Parameter(vectors.detach().clone())
    return emb
