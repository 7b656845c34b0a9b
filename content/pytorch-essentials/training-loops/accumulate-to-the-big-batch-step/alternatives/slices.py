def train_epoch(net, opt, batches, loss_f, n):
    net.zero_grad()
    for start in range(0, len(batches), n):
        for x, y in batches[start : start + n]:
            loss = loss_f(net(x), y)
            (loss / n).backward()
        opt.step()
        opt.zero_grad()
