import torch
from quizapp.probe import fill_, ramp
from torch import nn

conv = fill_(temporal(4, 3, 1))
weight_shape = list(conv.weight.shape)
is_conv2d = isinstance(conv, nn.Conv2d)
same = list(conv(ramp(2, 4, 6, 5)).shape)
halved = list(temporal(2, 9, 2)(ramp(1, 2, 20, 25)).shape)
still = torch.zeros(1, 4, 6, 5)
moved = still.clone()
moved[:, :, :, 2] = 1.0
difference = conv(moved) - conv(still)
left_of_it = bool((difference[:, :, :, :2] == 0).all())
right_of_it = bool((difference[:, :, :, 3:] == 0).all())
trains = conv.training and all(p.requires_grad for p in conv.parameters())
