def train_epoch(net, opt, batches, loss_f, n):
    for x, y in batches:
        opt.zero_grad()
        loss_f(net(x), y).backward()
        opt.step()
    opt.zero_grad()
