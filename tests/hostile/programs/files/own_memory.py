# MUST: finished; its own memory, through /proc
attempt("read", lambda: open("/proc/self/mem", "rb"))
attempt("write", lambda: open("/proc/self/mem", "r+b"))
attempt("map", lambda: open("/proc/self/maps").read())
attempt("environment", lambda: open("/proc/self/environ").read())
attempt("score", lambda: open("/proc/self/oom_score_adj", "w").write("-1000"))
attempt("filter", lambda: open("/proc/self/coredump_filter", "w").write("0"))
attempt("cleared", lambda: open("/proc/self/clear_refs", "w").write("1"))
