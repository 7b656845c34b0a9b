from quizapp.probe import changed, ramp, snapshot

# One ordinary step comes first, so that the optimizer has gathered momentum for every parameter.
net = new_net()
opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=0.1)
net(ramp(4, 3)).sum().backward()
opt.step()
before = snapshot(net)
loss = net(ramp(4, 3)).mean()
step_frozen(net, opt, loss)
changed_by_the_step = changed(net, before)
backbone_after_the_step = net.backbone[0].weight
head_after_the_step = net.head[0].weight
parameters_in_the_optimizer = sum(len(group["params"]) for group in opt.param_groups)

other_net = new_net()
other_opt = torch.optim.AdamW(other_net.parameters(), lr=0.1, weight_decay=0.1)
other_net(ramp(6, 3, k=3)).sum().backward()
other_opt.step()
other_before = snapshot(other_net)
step_frozen(other_net, other_opt, other_net(ramp(6, 3, k=4)).mean())
changed_with_adamw = changed(other_net, other_before)
