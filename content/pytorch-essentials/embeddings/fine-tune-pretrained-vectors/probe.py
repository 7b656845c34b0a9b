import torch
from quizapp.probe import shares_memory

vectors = torch.tensor([[1.0, 2.3, 3.0], [4.0, 5.1, 6.3]])
emb = load_vectors(vectors)
shares = shares_memory(emb.weight, vectors)
is_trainable = emb.weight.requires_grad
output = emb(torch.tensor([1]))
looked_up = output.detach().clone()
opt = torch.optim.SGD([emb.weight], lr=1.0)
output.sum().backward()
_ = opt.step()
