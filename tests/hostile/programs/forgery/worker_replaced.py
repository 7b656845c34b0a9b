# MUST: any; verdict!=pass; the functions of the observer themselves
import sys
for name, module in list(sys.modules.items()):
    if name.startswith("quizapp"):
        for key, value in list(vars(module).items()):
            if callable(value) and not isinstance(value, type):
                setattr(module, key, lambda *a, **k: None)
