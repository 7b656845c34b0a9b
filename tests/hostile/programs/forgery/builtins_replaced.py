# MUST: finished|raised; verdict!=pass; every function of Python says 1
import builtins, sys
for place in (builtins, sys.modules["builtins"], __builtins__):
    names = vars(place) if not isinstance(place, dict) else place
    for name in list(names):
        if callable(names[name]) and not name.startswith("__") and not isinstance(names[name], type(BaseException)):
            names[name] = lambda *a, **k: 1
