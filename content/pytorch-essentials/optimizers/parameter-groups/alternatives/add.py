import torch


def make_opt(net):
    opt = torch.optim.SGD([net.backbone[0].bias, net.classifier.bias], lr=1e-2, momentum=0.9)
    opt.add_param_group({"params": [net.backbone[0].weight], "lr": 1e-4, "weight_decay": 0.01})
    opt.add_param_group({"params": net.classifier.weight, "weight_decay": 0.01})
    return opt
