from torch.nn.modules.utils import consume_prefix_in_state_dict_if_present


def load(net, state):
    state = dict(state)
    consume_prefix_in_state_dict_if_present(state, "module.")
    net.load_state_dict(state)
