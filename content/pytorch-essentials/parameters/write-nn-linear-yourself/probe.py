import torch
from quizapp.probe import caught, numbers, ramp

_ = torch.use_deterministic_algorithms(True)
layer = MyLinear(3, 2)
sizes = abs(numbers(layer.weight)).ravel().tolist() + abs(numbers(layer.bias)).ravel().tolist()
filled = all(size < 1e30 for size in sizes)
within_bounds = not any(3**-0.5 + 1e-4 < size < 1e30 for size in sizes)
weights_differ = not filled or len(set(numbers(layer.weight).ravel().tolist())) > 1
without = MyLinear(3, 2, bias=False)
no_bias = without.bias
wide = MyLinear(2, 5)
reaches_out = float(abs(numbers(MyLinear(3, 200).weight)).max()) > 0.5
with torch.no_grad():
    _ = caught(lambda: layer.weight.copy_(ramp(2, 3)))
    _ = caught(lambda: layer.bias.copy_(ramp(2, k=4)))
    _ = caught(lambda: without.weight.copy_(ramp(2, 3, k=3)))
    _ = caught(lambda: wide.weight.copy_(ramp(5, 2, k=8)))
    _ = caught(lambda: wide.bias.copy_(ramp(5, k=2)))
x = ramp(4, 3, k=6)
out = layer(x)
out_without = without(x)
out_wide = wide(ramp(3, 2, k=5))
