def load(net, state):
    net.load_state_dict({key.removeprefix("module."): value for key, value in state.items()})
