def freeze_backbone(net):
    for param in net.backbone.parameters():
        param.requires_grad = False


def train_mode(net):
    net.train()
    for module in net.backbone.modules():
        if isinstance(module, nn.BatchNorm1d):
            module.eval()
