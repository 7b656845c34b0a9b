# MUST: out_of_memory; a tensor larger than the limit
import torch
x = torch.empty(3_000_000_000).fill_(1.0)
print("ESCAPED", x.numel())
