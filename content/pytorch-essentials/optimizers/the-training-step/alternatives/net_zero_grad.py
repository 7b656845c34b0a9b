def train_step(net, opt, loss_f, x, y):
    net.train(True)
    net.zero_grad()
    loss = loss_f(net(x), y)
    loss.backward()
    opt.step()
    return loss.detach().tolist()
