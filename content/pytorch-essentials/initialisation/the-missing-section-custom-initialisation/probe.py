from quizapp.probe import caught, fill_, numbers
from torch import nn

layer = nn.Linear(40, 60)
address = id(layer.weight)
error = caught(lambda: my_init(layer))
same_object = id(layer.weight) == address
weights = numbers(layer.weight)
sizes = abs(weights)
range_is_right = bool(sizes.max() <= 10 and weights.min() < -9 and weights.max() > 9)
no_small_ones = bool(((sizes == 0) | (sizes >= 5)).all())
half_is_zero = bool(0.42 < (sizes == 0).mean() < 0.58)
other = fill_(nn.Conv2d(1, 2, 3))
before = numbers(other.weight)
_ = my_init(other)
kept = bool((numbers(other.weight) == before).all())
