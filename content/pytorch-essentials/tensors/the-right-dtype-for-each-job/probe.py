import torch
from quizapp.probe import fill_, ramp
from torch import nn

handed_in = [[[1, 2], [0, 3]], [[1, 2], [3, 4]], [0, 1]]
first = prepare(*handed_in)
ids = first[0]
feats = first[1]
labels = first[2]
embedded = nn.Embedding(4, 3)(ids)
projected = fill_(nn.Linear(2, 3))(feats)
loss = nn.CrossEntropyLoss()(ramp(2, 3), labels)
second = prepare([5], [[0.5, 1.5, 2.5]], [2])
others = [second[1].dtype, second[0].is_floating_point(), second[2].is_floating_point(), list(second[1].shape)]
