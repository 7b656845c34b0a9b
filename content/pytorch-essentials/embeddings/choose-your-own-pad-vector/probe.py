import torch

still_the_same = emb.weight is w0
is_trainable = [emb.weight.is_leaf, emb.weight.requires_grad]
emb(torch.tensor([0, 1, 0])).sum().backward()
gradient_rows = emb.weight.grad[:2].tolist()
