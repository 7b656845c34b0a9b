from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
third_is_right = third(model) is model[2].weight
all_trainable = count(model)
by_name_is_right = by_name(model, "2.bias") is model[2].bias
_ = model[0].requires_grad_(False)
half_frozen = count(model)
other = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2))
other_model = [third(other) is other[1].weight, count(other), by_name(other, "0.bias") is other[0].bias]
