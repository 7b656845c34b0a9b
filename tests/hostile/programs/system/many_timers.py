# MUST: finished; no timers without end
def timers():
    for _ in range(2000):
        system(@@NR:timer_create@@, 1, None, ctypes.byref(ctypes.c_int()))
attempt("timers", timers)
attempt("as descriptors", lambda: [system(@@NR:timerfd_create@@, 1, 0) for _ in range(100)])
attempt("signals as a descriptor", lambda: system(@@NR:signalfd4@@, -1, ctypes.create_string_buffer(8), 8, 0))
