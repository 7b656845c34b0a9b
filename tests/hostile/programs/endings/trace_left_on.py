# MUST: finished|raised; tracing and profiling that raise
import sys, threading
def trace(*_):
    raise RuntimeError("traced")
sys.settrace(trace)
threading.settrace(trace)
