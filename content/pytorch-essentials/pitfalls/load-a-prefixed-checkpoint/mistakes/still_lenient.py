def load(net, state):
    state = {key.removeprefix("module."): value for key, value in state.items()}
    net.load_state_dict(state, strict=False)
