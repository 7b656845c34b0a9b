import io

import torch


def train(net, losses):
    smallest, saved = None, io.BytesIO()
    for loss in losses:
        update(net)
        if smallest is None or loss < smallest:
            smallest, saved = loss, io.BytesIO()
            torch.save(net.state_dict(), saved)
    saved.seek(0)
    return torch.load(saved)
