# MUST: finished|out_of_memory; what nearly fills the memory is looked at
import torch
model = [torch.ones(100_000_000), torch.ones(100_000_000)]
x = model
