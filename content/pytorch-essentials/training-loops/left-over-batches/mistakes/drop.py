def train_epoch(net, opt, batches, loss_f, n):
    for i, (x, y) in enumerate(batches):
        (loss_f(net(x), y) / n).backward()
        if (i + 1) % n == 0:
            opt.step()
            opt.zero_grad()
    opt.zero_grad()
