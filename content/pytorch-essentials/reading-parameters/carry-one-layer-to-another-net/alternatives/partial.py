def transplant(src, dst, name):
    part = {k: v.clone() for k, v in src.state_dict().items() if k.startswith(f"{name}.")}
    dst.load_state_dict(part, strict=False)
