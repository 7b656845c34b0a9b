import numpy as np
import torch

x = torch.from_numpy(np.array([[1, 2], [3, 4]], dtype=np.float32)).requires_grad_(True)
out = (x**2).sum() / x.numel()
out.backward()
