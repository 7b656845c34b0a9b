import copy


def train(net, losses):
    for loss in losses:
        update(net)
        state = copy.deepcopy(net.state_dict())
    return state
