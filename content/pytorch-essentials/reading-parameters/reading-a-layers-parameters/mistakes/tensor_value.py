from torch import nn

net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
keys = list(net.state_dict())
last_bias = net[2].bias
bias_value = last_bias[0]
