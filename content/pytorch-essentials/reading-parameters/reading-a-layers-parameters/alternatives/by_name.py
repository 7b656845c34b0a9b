from torch import nn

net = nn.Sequential()
for layer in (nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1)):
    net.append(layer)
keys = [*net.state_dict().keys()]
last_bias = dict(net.named_parameters())["2.bias"]
bias_value = last_bias.tolist()[0]
