import warnings

import torch
from quizapp.probe import fill_, ramp
from torch import nn

inputs = torch.tensor([[-1.5], [-0.5], [0.5], [1.5]])
y = 2 * inputs.flatten()
flat = fill_(nn.Linear(1, 1))
with warnings.catch_warnings(record=True) as caught_warnings:
    warnings.simplefilter("always")
    last_loss = train(flat, inputs, y, 20, 0.3)
warned = any("target size" in str(w.message) for w in caught_warnings)
slope = round(flat.weight.item(), 3)
exact = nn.Linear(1, 1)
with torch.no_grad():
    exact.weight.fill_(2.0)
    exact.bias.fill_(0.0)
perfect = train(exact, inputs, y, 1, 0.1)
column = fill_(nn.Linear(2, 1))
_ = train(column, ramp(5, 2), ramp(5, 1, k=3), 3, 0.1)
