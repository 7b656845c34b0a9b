def train_step(net, opt, loss_f, x, y):
    opt.step()
    loss = loss_f(net(x), y)
    loss.backward()
    opt.zero_grad()
    return loss
