from torch import nn

net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 1))
net[4].weight = net[2].weight
net[4].bias = net[2].bias
n_params = len({id(p) for p in net.parameters()})
n_keys = len([*net.state_dict()])
