from torch import nn

net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 1))
net[4].weight = net[2].weight
n_params = len(list(net.parameters()))
n_keys = len(net.state_dict())
