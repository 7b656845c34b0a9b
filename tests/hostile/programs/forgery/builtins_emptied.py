# MUST: any; verdict!=pass; the true module of built-in names is emptied
import gc
for thing in gc.get_objects():
    if type(thing) is dict and thing.get("__name__") == "builtins":
        for name in ("len", "type", "isinstance", "getattr", "bytes", "memoryview", "print", "ValueError"):
            thing.pop(name, None)
