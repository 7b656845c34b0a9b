def load(net, state):
    net.load_state_dict({key[7:]: value for key, value in state.items()})
