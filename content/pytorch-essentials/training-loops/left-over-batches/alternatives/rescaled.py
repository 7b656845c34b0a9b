def train_epoch(net, opt, batches, loss_f, n):
    count = 0

    def finish():
        for p in net.parameters():
            if p.grad is not None:
                p.grad /= count
        opt.step()
        opt.zero_grad()

    opt.zero_grad()
    for x, y in batches:
        loss_f(net(x), y).backward()
        count += 1
        if count == n:
            finish()
            count = 0
    if count:
        finish()
