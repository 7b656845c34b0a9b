def load(net, state):
    clean = {}
    for key, value in state.items():
        if key.startswith("module."):
            key = key[len("module.") :]
        clean[key] = value
    net.load_state_dict(clean)
