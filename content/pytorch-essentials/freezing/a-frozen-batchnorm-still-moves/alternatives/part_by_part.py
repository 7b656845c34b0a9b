def freeze_backbone(net):
    for param in net.backbone.parameters():
        param.requires_grad_(False)


def train_mode(net):
    net.eval()
    net.head.train()
