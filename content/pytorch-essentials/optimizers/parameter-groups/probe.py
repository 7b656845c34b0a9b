from quizapp.probe import caught

net = new_net()
error = caught(lambda: make_opt(net))
opt = make_opt(net)
kind = type(opt).__name__
count = len(opt.param_groups)
names = {id(p): name for name, p in net.named_parameters()}
placed = {names[id(p)]: group for group in opt.param_groups for p in group["params"]}
rates = {name: placed[name]["lr"] for name in sorted(placed)}
decays = {name: float(placed[name]["weight_decay"]) for name in sorted(placed)}
momenta = {name: placed[name]["momentum"] for name in sorted(placed)}
