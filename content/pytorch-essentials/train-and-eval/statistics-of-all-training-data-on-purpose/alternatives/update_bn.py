from torch.optim.swa_utils import update_bn


def recalibrate(net, batches):
    update_bn(batches, net)
    net.eval()
