def sgd_step(params, lr):
    for p in params:
        if p.grad is not None:
            p.detach().add_(p.grad, alpha=-lr)
