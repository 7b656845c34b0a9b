# MUST: finished; signals to nobody but itself
import signal
for name, process in (("host", @@GUI@@), ("neighbour", @@NEIGHBOUR@@), ("parent", os.getppid()), ("all", -1), ("init", 1)):
    attempt(name, lambda: os.kill(process, 0))
attempt("group of the host", lambda: os.killpg(os.getpgid(@@GUI@@), 0))
attempt("thread of the host", lambda: system(@@NR:tgkill@@, @@GUI@@, @@GUI@@, 0))
attempt("thread, old", lambda: system(@@NR:tkill@@, @@NEIGHBOUR@@, 0))
attempt("queued", lambda: system(@@NR:rt_sigqueueinfo@@, @@NEIGHBOUR@@, 0, ctypes.create_string_buffer(128)))
attempt("descriptor", lambda: os.pidfd_open(@@NEIGHBOUR@@))
attempt("by descriptor", lambda: signal.pidfd_send_signal(os.pidfd_open(@@GUI@@), 0))
attempt("terminated", lambda: os.kill(@@NEIGHBOUR@@, signal.SIGTERM))
