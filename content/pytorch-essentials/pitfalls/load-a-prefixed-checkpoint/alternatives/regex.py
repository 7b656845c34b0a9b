import re


def load(net, state):
    net.load_state_dict({re.sub(r"^module\.", "", key): value for key, value in state.items()}, strict=True)
