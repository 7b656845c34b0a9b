from torch import nn

net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 1))
net[4] = net[2]
n_params = sum(1 for _ in net.parameters())
n_keys = len(list(net.state_dict().keys()))
