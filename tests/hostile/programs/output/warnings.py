# MUST: finished|raised; a hundred thousand warnings, and a way of showing them that raises
import warnings
warnings.simplefilter("always")
for number in range(20_000):
    warnings.warn("careful " * 50 + str(number))
def show(*_, **__):
    raise SystemExit
warnings.showwarning = warnings.formatwarning = show
