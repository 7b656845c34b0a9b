# MUST: any; verdict!=pass; every audited event raises from now on
import sys
def hook(event, arguments):
    raise RuntimeError(event)
sys.addaudithook(hook)
