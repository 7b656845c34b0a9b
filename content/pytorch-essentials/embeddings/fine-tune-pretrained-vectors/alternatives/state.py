from torch import nn


def load_vectors(vectors):
    emb = nn.Embedding(*vectors.shape)
    emb.load_state_dict({"weight": vectors})
    return emb
