# MUST: finished; device nodes that exist
for name in ("mem", "kmem", "port", "kmsg", "vda", "sda", "nvme0n1", "tty", "tty0", "console", "ptmx", "fuse", "kvm", "net/tun",
             "zero", "full", "random", "hpet", "rtc0", "uinput", "vsock", "vhost-net", "loop-control", "loop0", "userfaultfd",
             "snd/seq", "dri/card0", "input/event0", "pts/0"):
    attempt(name, lambda: os.open("/dev/" + name, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY))
    attempt(name + ", writing", lambda: os.open("/dev/" + name, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY))
for name in ("", "shm", "mqueue", "pts"):
    if os.path.isdir("/dev/" + name):
        attempt(name, lambda: os.listdir("/dev/" + name))
