from quizapp.probe import fill_, ramp

fresh = Encoder(2, 3)
net = fill_(Encoder(2, 3))
x = ramp(4, 5, 2)
out = net(x)
y = out.detach()
other = x.clone()
other[0] = -other[0]
moved = (net(other).detach() - y).abs().reshape(len(y), -1).amax(dim=1)
changed_rows = (moved > 1e-6).tolist()
alone = net(ramp(1, 6, 2, k=3)).detach()
square = fill_(Encoder(3, 2), k=4)(ramp(3, 3, 3)).detach()
