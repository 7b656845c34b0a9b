def load(net, state):
    net.load_state_dict({key.replace("module.", "", 1): value for key, value in state.items()})
