from torch import nn

net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
keys = [k for k, _ in net.state_dict().items()]
last_bias = net.get_parameter("2.bias")
bias_value = float(net[-1].bias.data[0])
