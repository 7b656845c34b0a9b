# MUST: finished; its limits are not lifted
import resource
for name in ("AS", "CPU", "FSIZE", "NOFILE", "NPROC", "CORE", "MEMLOCK", "STACK", "MSGQUEUE"):
    what = getattr(resource, "RLIMIT_" + name, None)
    if what is None:
        what = 12
    attempt(name, lambda: resource.setrlimit(what, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))
    attempt(name + " by number", lambda: system(@@NR:prlimit64@@, 0, what, (ctypes.c_uint64 * 2)(2**64 - 1, 2**64 - 1), None))
