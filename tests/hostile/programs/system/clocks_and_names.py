# MUST: finished; the machine's time and name
import socket, time
now = time.time()
attempt("clock", lambda: time.clock_settime(time.CLOCK_REALTIME, now))
attempt("day", lambda: system(@@NR:settimeofday@@, (ctypes.c_long * 2)(int(now), 0), None))
attempt("adjust", lambda: system(@@NR:adjtimex@@, (ctypes.c_long * 64)(0x8000)))
attempt("adjust, new", lambda: system(@@NR:clock_adjtime@@, 0, (ctypes.c_long * 64)(0x8000)))
name = os.uname().nodename
attempt("host", lambda: socket.sethostname(name))
attempt("domain", lambda: system(@@NR:setdomainname@@, b"(none)", 6))
attempt("alarm clock", lambda: system(@@NR:timerfd_create@@, 8, 0))
