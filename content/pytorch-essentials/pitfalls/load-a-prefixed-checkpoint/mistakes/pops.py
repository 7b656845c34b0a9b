def load(net, state):
    for key in list(state):
        state[key.removeprefix("module.")] = state.pop(key)
    net.load_state_dict(state)
