def transplant(src, dst, name):
    dst.load_state_dict(src.state_dict())
