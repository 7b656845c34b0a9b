def train_epoch(net, opt, batches, loss_f, n):
    opt.zero_grad()
    for start in range(0, len(batches), n):
        group = batches[start : start + n]
        for x, y in group:
            (loss_f(net(x), y) / len(group)).backward()
        opt.step()
        opt.zero_grad()
