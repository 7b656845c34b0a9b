def load(net, state):
    net.load_state_dict({key.replace("module.", ""): value for key, value in state.items()})
