from quizapp.probe import changed, ramp, snapshot

net = new_net(bn=True)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
before = snapshot(net)
torch.manual_seed(0)

freeze_backbone(net)
net.eval()
train_mode(net)
net(ramp(6, 3, scale=3)).sum().backward()
optimizer.step()
changed_by_one_step = changed(net, before)

net.eval()
train_mode(net)
backbone_output = net.backbone(ramp(12, 3, k=9, scale=3))
changed_in_the_next_epoch = changed(net, before)
