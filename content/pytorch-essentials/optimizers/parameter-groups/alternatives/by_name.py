import torch


def make_opt(net):
    slow, fast, plain = [], [], []
    for name, p in net.named_parameters():
        if "bias" in name:
            plain.append(p)
        elif name.startswith("backbone"):
            slow.append(p)
        else:
            fast.append(p)
    return torch.optim.SGD(
        [
            dict(params=slow, lr=1e-4, weight_decay=0.01),
            dict(params=fast, lr=1e-2, weight_decay=0.01),
            dict(params=plain, lr=1e-2),
        ],
        lr=0.1,
        momentum=0.9,
    )
