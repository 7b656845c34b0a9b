def train_epoch(net, opt, batches, loss_f, n):
    for i, (x, y) in enumerate(batches):
        opt.zero_grad()
        (loss_f(net(x), y) / n).backward()
        if (i + 1) % n == 0:
            opt.step()
            opt.zero_grad()
