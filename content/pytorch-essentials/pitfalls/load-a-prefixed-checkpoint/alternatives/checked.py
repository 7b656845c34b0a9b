def load(net, state):
    state = {key.removeprefix("module."): value for key, value in state.items()}
    result = net.load_state_dict(state, strict=False)
    if result.missing_keys or result.unexpected_keys:
        raise RuntimeError(result)
