# MUST: finished; HARMLESS; torch.compile without a compiler works
import torch
double = torch.compile(lambda t: t * 2 + 1, backend="eager")
assert double(torch.ones(4)).sum() == 12
