import torch

plain = torch.arange(6.0).view(2, 3)
weights = torch.tensor([1.0, 2.0], requires_grad=True)
result = weights * 3
array_of_plain = snapshot(plain)
array_of_weights = snapshot(weights)
array_of_result = snapshot(result)
with torch.no_grad():
    plain.add_(5)
    weights.add_(5)
    result.add_(5)
