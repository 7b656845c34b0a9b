# MUST: finished; values that hold themselves
from torch import nn
x = [1]
x.append(x)
x.append({"again": x})
model = nn.Sequential(nn.Linear(2, 2))
model._modules["self"] = model
model.kept = [model, x]
