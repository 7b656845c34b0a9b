# MUST: finished; what /proc tells of others
for process in (@@GUI@@, @@NEIGHBOUR@@, os.getppid(), 1):
    for name in ("environ", "mem", "maps", "cmdline", "status", "fd", "cwd", "root", "exe", "stack", "syscall", "task", "ns/net"):
        path = f"/proc/{process}/{name}"
        if name in ("cwd", "root", "exe"):
            attempt(path, lambda: os.listdir(path + "/.") if name != "exe" else open(path, "rb"))
        elif name in ("fd", "task"):
            attempt(path, lambda: os.listdir(path))
        else:
            attempt(path, lambda: open(path, "rb").read(10))
