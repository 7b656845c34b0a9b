import torch
from quizapp.probe import caught, numbers, ramp

net = NN_Network(5, 2, 3)
weights_not_zero = [name for name, p in net.named_parameters() if "weight" in name and (numbers(p) != 0).any()]
biases_not_one = [name for name, p in net.named_parameters() if "bias" in name and (numbers(p) != 1).any()]
error = caught(lambda: net(ramp(4, 5)))
out = net(ramp(4, 5))
other = NN_Network(4, 6, 2)
with torch.no_grad():
    _ = caught(lambda: other.linear1.weight.copy_(ramp(6, 4, k=2)))
    _ = caught(lambda: other.linear1.bias.copy_(ramp(6, k=3)))
    _ = caught(lambda: other.linear2.weight.copy_(ramp(2, 6, k=5)))
    _ = caught(lambda: other.linear2.bias.copy_(ramp(2, k=7)))
x = ramp(3, 4, k=2)
filled_out = other(x)
