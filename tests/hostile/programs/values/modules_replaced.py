# MUST: finished; verdict!=pass; names of Python taken by accident
from numpy import *
from torch import *
import torch
import torch.nn as nn
list, type, len, str, dict, id, input, isinstance, sum, max, print, range = [1], 3, 4, "a", {}, 7, 5, 0, 0, 1, None, ()
model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
torch = nn = json = os = sys = builtins = None
