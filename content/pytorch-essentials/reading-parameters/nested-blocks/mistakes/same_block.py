from torch import nn

block = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU())
blocks = nn.Sequential()
for i in range(4):
    blocks.add_module(f"block {i}", block)
rgnet = nn.Sequential(blocks, nn.Linear(4, 1))
b = rgnet[0][1][0].bias
