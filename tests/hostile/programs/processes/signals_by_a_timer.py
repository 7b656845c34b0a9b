# MUST: finished; nor by a timer
def timer(*event):
    made = ctypes.c_int()
    data = (ctypes.c_int * 16)(0, 0, *event)
    system(@@NR:timer_create@@, 1, data, ctypes.byref(made))
    return made.value
attempt("own", lambda: timer(10, 0))
attempt("thread of another", lambda: timer(9, 4, @@NEIGHBOUR@@))
attempt("queue", lambda: system(@@NR:mq_notify@@, 0, (ctypes.c_int * 16)()))
