import torch
from torch import nn

from measures import SIZE
