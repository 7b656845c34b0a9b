import torch


def make_opt(net):
    def weights(part):
        return [p for name, p in part.named_parameters() if name.endswith("weight")]

    biases = [p for name, p in net.named_parameters() if name.endswith("bias")]
    return torch.optim.SGD(
        [
            {"params": weights(net.backbone), "lr": 1e-4},
            {"params": weights(net.classifier)},
            {"params": biases},
        ],
        lr=1e-2,
        momentum=0.9,
        weight_decay=0.01,
    )
