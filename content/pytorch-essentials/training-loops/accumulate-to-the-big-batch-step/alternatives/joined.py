def train_epoch(net, opt, batches, loss_f, n):
    opt.zero_grad()
    waiting = []
    for x, y in batches:
        waiting.append(loss_f(net(x), y))
        if len(waiting) == n:
            (sum(waiting) / n).backward()
            opt.step()
            opt.zero_grad()
            waiting.clear()
