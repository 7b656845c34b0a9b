# MUST: finished; the kernel's switches
for path in ("/proc/sys/kernel/hostname", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/proc/sys/vm/drop_caches",
             "/sys/kernel/uevent_helper", "/sys/power/state", "/sys/fs/cgroup/cgroup.procs", "/proc/self/uid_map"):
    attempt("open " + path, lambda: open(path, "r+b"))
    attempt("read " + path, lambda: open(path, "rb").read())
