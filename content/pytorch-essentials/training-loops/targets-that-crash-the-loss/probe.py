import numpy as np
import torch
from quizapp.probe import raises, ramp
from torch import nn

classes = to_target([0, 2, 1], "class")
binary = to_target(torch.tensor([0, 1]), "binary")
numbers = to_target([0.5, 1.5], "regression")
from_array = to_target(np.array([1, 0]), "class")
accepted = [
    raises(lambda: nn.CrossEntropyLoss()(ramp(3, 3), to_target(np.array([0, 2, 1]), "class"))),
    raises(lambda: nn.BCEWithLogitsLoss()(ramp(2), to_target([0, 1], "binary"))),
    raises(lambda: nn.MSELoss()(ramp(2), to_target(np.array([0.5, 1.5]), "regression"))),
]
