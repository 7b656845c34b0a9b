# MUST: out_of_memory; the graph of a sum that is never let go
import torch
x = torch.ones(1_000_000, requires_grad=True)
total = x
for _ in range(2000):
    total = (total * total).sin()
print("ESCAPED")
