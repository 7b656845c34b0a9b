def freeze_backbone(net):
    net.backbone.requires_grad_(False)


def train_mode(net):
    net.train()
    net.backbone.eval()
