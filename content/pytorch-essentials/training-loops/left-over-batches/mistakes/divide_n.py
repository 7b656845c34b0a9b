def train_epoch(net, opt, batches, loss_f, n):
    for i, (x, y) in enumerate(batches, 1):
        (loss_f(net(x), y) / n).backward()
        if i % n == 0 or i == len(batches):
            opt.step()
            opt.zero_grad()
