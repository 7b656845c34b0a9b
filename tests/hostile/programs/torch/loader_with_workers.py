# MUST: raised|refused; no worker processes: an error at once
import torch
from torch.utils.data import DataLoader, TensorDataset
for batch in DataLoader(TensorDataset(torch.ones(8, 2)), num_workers=2):
    print("ESCAPED")
