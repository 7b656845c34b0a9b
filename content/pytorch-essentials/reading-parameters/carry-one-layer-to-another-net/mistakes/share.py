def transplant(src, dst, name):
    *path, last = name.split(".")
    setattr(dst.get_submodule(".".join(path)), last, src.get_submodule(name))
