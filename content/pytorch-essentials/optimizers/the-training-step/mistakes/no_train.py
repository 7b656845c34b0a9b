def train_step(net, opt, loss_f, x, y):
    opt.zero_grad()
    loss = loss_f(net(x), y)
    loss.backward()
    opt.step()
    return loss.item()
