import numpy as np
from quizapp.probe import caught, fill_
from torch import nn


def new_net():
    return fill_(nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)))


def got(network, inputs):
    results = []
    error = caught(lambda: results.append(predict(network, inputs)))
    return error if error is not None else results[0]


array = np.array([[0.5, -1.0, 2.0], [1.5, 0.0, -0.25]])
net = new_net()
y = got(net, array)
net_dtype = sorted({str(p.dtype) for p in net.parameters()})
from_ints = got(new_net(), np.array([[1, 0, 2], [3, 1, 0], [0, 0, 1]]))
from_float32 = got(new_net(), array.astype(np.float32))
from_double_net = got(new_net().double(), array)
