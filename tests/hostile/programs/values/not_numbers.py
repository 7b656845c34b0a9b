# MUST: finished; verdict!=pass; every kind of number that isn't one
import torch
model = x = [torch.nn.Parameter(torch.tensor([float("nan"), float("inf"), -float("inf"), -0.0, 1e-45])), float("nan"), complex("nan+infj"), -0.0]
