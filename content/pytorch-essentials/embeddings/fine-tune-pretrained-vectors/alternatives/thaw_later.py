from torch import nn


def load_vectors(vectors):
    emb = nn.Embedding.from_pretrained(vectors.clone())
    emb.weight.requires_grad_(True)
    return emb
