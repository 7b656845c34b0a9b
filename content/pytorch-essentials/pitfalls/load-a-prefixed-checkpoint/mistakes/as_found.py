def load(net, state):
    net.load_state_dict(state, strict=False)
