# MUST: finished; HARMLESS; a small training run works
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset
torch.manual_seed(1)
net = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1))
data = torch.randn(64, 4)
loader = DataLoader(TensorDataset(data, data.sum(1, keepdim=True)), batch_size=16, shuffle=True)
for make in (torch.optim.SGD, torch.optim.AdamW, torch.optim.RMSprop):
    optimizer = make(net.parameters(), lr=0.01)
    for inputs, targets in loader:
        optimizer.zero_grad()
        nn.functional.mse_loss(net(inputs), targets).backward()
        optimizer.step()
assert all(parameter.isfinite().all() for parameter in net.parameters())
