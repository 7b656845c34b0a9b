from collections import OrderedDict

import torch
from quizapp.probe import caught, fill_
from torch import nn


def new_net():
    return nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3), nn.Linear(3, 1))


def new_nested():
    inner = nn.Sequential(OrderedDict(module=nn.Linear(2, 2), odd=nn.Linear(2, 1)))
    return nn.Sequential(OrderedDict(encoder=inner, odd=nn.Linear(1, 1)))


def zeroed(module):
    with torch.no_grad():
        for p in module.parameters():
            p.zero_()
    return module


def prefixed(module):
    return {"module." + key: value for key, value in module.state_dict().items()}


state = prefixed(fill_(new_net()))
keys_before = list(state)
net = zeroed(new_net())
_ = caught(lambda: load(net, state))
keys_after = list(state)
plain = zeroed(new_net())
_ = caught(lambda: load(plain, fill_(new_net(), k=5).state_dict()))
plain_nested = zeroed(new_nested())
_ = caught(lambda: load(plain_nested, fill_(new_nested(), k=7).state_dict()))
nested = zeroed(new_nested())
_ = caught(lambda: load(nested, prefixed(fill_(new_nested(), k=3))))
short = {key: value for key, value in prefixed(new_net()).items() if not key.endswith("bias")}
missing = caught(lambda: load(new_net(), short))
unexpected = caught(lambda: load(new_net(), {**prefixed(new_net()), "module.7.weight": torch.zeros(1)}))
