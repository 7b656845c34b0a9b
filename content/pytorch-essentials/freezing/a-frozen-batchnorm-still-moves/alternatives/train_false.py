def freeze_backbone(net):
    net.requires_grad_(True)
    net.backbone.requires_grad_(False)


def train_mode(net):
    net.train()
    for module in net.backbone:
        module.train(False)
