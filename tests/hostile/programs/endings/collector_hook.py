# MUST: finished|raised; the collector's callbacks raise
import gc
def hook(phase, info):
    raise SystemExit
gc.callbacks.append(hook)
gc.set_threshold(1, 1, 1)
