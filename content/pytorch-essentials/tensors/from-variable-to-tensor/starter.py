import torch
from torch.autograd import Variable
import numpy as mp

tensor = torch.FloatTensor([[1, 2], [3, 4]])
variable = Variable(tensor, requires_grad=True)
