import torch
from torch.autograd import Variable

tensor = torch.FloatTensor([[1, 2], [3, 4]])
x = Variable(tensor, requires_grad=True)
out = torch.mean(x * x)
out.backward()
