# MUST: finished; no new namespaces, no others'
for name, flag in (("user", 0x10000000), ("mount", 0x20000), ("network", 0x40000000), ("processes", 0x20000000), ("ipc", 0x8000000),
                   ("names", 0x4000000), ("cgroup", 0x2000000), ("time", 0x80), ("files", 0x400), ("file system", 0x200)):
    attempt(name, lambda: system(@@NR:unshare@@, flag))
attempt("enter", lambda: system(@@NR:setns@@, 1, 0))
attempt("enter the host's", lambda: system(@@NR:setns@@, os.open("/proc/@@GUI@@/ns/net", os.O_RDONLY), 0))
