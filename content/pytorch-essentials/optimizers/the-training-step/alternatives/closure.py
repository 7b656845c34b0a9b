def train_step(net, opt, loss_f, x, y):
    net.train()

    def closure():
        opt.zero_grad()
        loss = loss_f(net(x), y)
        loss.backward()
        return loss

    return opt.step(closure).item()
