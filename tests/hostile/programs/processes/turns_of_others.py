# MUST: finished; neither priority nor processors nor disk order of other processes
for process in (@@GUI@@, @@NEIGHBOUR@@):
    attempt("nice", lambda: os.setpriority(os.PRIO_PROCESS, process, 7))
    attempt("affinity", lambda: os.sched_setaffinity(process, {min(os.sched_getaffinity(0))}))
    attempt("scheduler", lambda: os.sched_setscheduler(process, os.SCHED_BATCH, os.sched_param(0)))
    attempt("parameters", lambda: os.sched_setparam(process, os.sched_param(0)))
    attempt("attributes", lambda: system(@@NR:sched_setattr@@, process, (ctypes.c_uint32 * 14)(48, 3), 0))
    attempt("disk", lambda: system(@@NR:ioprio_set@@, 1, process, 3 << 13))
attempt("nice of all", lambda: os.setpriority(os.PRIO_USER, os.getuid(), os.getpriority(os.PRIO_PROCESS, 0)))
