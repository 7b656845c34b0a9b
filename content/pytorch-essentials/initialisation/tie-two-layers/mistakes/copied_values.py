from torch import nn

shared = nn.Linear(8, 8)
net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), shared, nn.ReLU(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 1))
net[4].load_state_dict(shared.state_dict())
n_params = len(list(net.parameters()))
n_keys = len(net.state_dict())
