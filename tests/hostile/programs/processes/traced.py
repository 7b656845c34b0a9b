# MUST: finished; a process isn't looked into, and doesn't let others look
for name, request, process in (("attach", 16, @@NEIGHBOUR@@), ("seize", 0x4206, @@NEIGHBOUR@@), ("host", 16, @@GUI@@), ("trace me", 0, 0)):
    attempt(name, lambda: system(@@NR:ptrace@@, request, process, None, None))
attempt("tracer", lambda: system(@@NR:prctl@@, 0x59616D61, -1, 0, 0, 0))
attempt("compare", lambda: system(@@NR:kcmp@@, os.getpid(), @@NEIGHBOUR@@, 0, 0, 0))
