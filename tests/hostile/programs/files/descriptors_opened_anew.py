# MUST: finished; a descriptor becomes no other by opening it through /proc or /dev
for name in ("/proc/self/fd/3", "/dev/fd/3", "/proc/thread-self/fd/3", "/proc/self/fd/1/.."):
    attempt(name, lambda: os.open(name, os.O_RDWR))
attempt("list", lambda: os.listdir("/proc/self/fd"))
