import torch

w = torch.ones(1, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1, weight_decay=0.5)

# Noted for the checks: what each backward() brings, and where each step ends.
gradients, steps = [], []
w.register_hook(lambda gradient: gradients.append(gradient.item()))
opt.register_step_post_hook(lambda *_: steps.append(w.item()))
