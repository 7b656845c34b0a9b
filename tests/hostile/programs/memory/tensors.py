# MUST: out_of_memory; many tensors
import torch
keep = [torch.ones(25_000_000) for _ in range(200)]
print("ESCAPED")
