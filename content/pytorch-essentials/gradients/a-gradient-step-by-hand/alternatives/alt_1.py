import torch


@torch.no_grad()
def sgd_step(params, lr):
    for p in params:
        if p.grad is not None:
            p.sub_(p.grad, alpha=lr)
