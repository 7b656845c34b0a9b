def load(net, state):
    net.load_state_dict({key.lstrip("module."): value for key, value in state.items()})
