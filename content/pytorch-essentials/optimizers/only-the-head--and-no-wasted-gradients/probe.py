from quizapp.probe import changed, gradient_states, ramp, snapshot

net = new_net()
opt = setup(net, 0.1)
before = snapshot(net)
net(ramp(5, 3)).sum().backward()
states = gradient_states(net)
_ = opt.step()
moved = changed(net, before)
names = {id(p): name for name, p in net.named_parameters()}
trained = {id(p): group["lr"] for group in opt.param_groups for p in group["params"] if p.requires_grad}
held = {names[key]: rate for key, rate in trained.items()}
