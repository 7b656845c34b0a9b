# MUST: finished; HARMLESS; numbers come out the same on every run
import os, torch
assert hash("a word") == hash("a word")
torch.manual_seed(7)
first = torch.randn(1000).sum()
torch.manual_seed(7)
assert first == torch.randn(1000).sum()
