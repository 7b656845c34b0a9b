from quizapp.probe import changed, close, shares_memory, snapshot
from torch import nn

source, target = net(1), net(9)
before = snapshot(target)
objects = [id(p) for p in target.parameters()]
transplant(source, target, "body")
moved = changed(target, before)
shares = shares_memory(source.body.weight, target.body.weight)
same_parameters = [id(p) for p in target.parameters()] == objects
one, other = nn.ModuleDict({"encoder": net(2)}), nn.ModuleDict({"encoder": net(5)})
transplant(one, other, "encoder.head")
deep = [close(one.encoder.head.weight, other.encoder.head.weight), close(one.encoder.body.weight, other.encoder.body.weight)]
