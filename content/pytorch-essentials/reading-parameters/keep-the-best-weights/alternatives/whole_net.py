import copy


def train(net, losses):
    snapshots = []
    for loss in losses:
        update(net)
        snapshots.append(copy.deepcopy(net))
    return snapshots[losses.index(min(losses))].state_dict()
