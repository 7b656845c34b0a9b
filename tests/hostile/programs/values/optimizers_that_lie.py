# MUST: finished|raised; parameter groups that aren't any
import torch
weight = torch.nn.Parameter(torch.ones(2))
first = torch.optim.SGD([weight], lr=0.1)
first.param_groups = [{"params": 5}, None, {"params": [weight, 3], "lr": first, 7: "k" * 1_000_000}]
second = torch.optim.Adam([weight])
second.state = {weight: 1, "x": {"exp_avg": torch.ones(1)}}
third = torch.optim.Adam([weight])
del third.param_groups
model, x = first, [second, third]
