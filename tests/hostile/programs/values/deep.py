# MUST: finished|raised; lists in lists, modules in modules
from torch import nn
x = []
for _ in range(100_000):
    x = [x]
model = nn.Sequential()
inner = model
for _ in range(300):
    inner.append(nn.Sequential())
    inner = inner[0]
