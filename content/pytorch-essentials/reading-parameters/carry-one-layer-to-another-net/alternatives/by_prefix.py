def transplant(src, dst, name):
    state = dst.state_dict()
    state.update({k: v for k, v in src.state_dict().items() if k.startswith(name + ".")})
    dst.load_state_dict(state)
