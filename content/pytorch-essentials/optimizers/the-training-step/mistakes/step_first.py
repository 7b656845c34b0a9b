def train_step(net, opt, loss_f, x, y):
    net.train()
    loss = loss_f(net(x), y)
    opt.step()
    opt.zero_grad()
    loss.backward()
    return loss.item()
