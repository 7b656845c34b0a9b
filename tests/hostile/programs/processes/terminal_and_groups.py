# MUST: finished; a session of its own, no terminal, no other group
attempt("group of the host", lambda: os.setpgid(0, os.getpgid(@@GUI@@)))
attempt("host into ours", lambda: os.setpgid(@@GUI@@, os.getpid()))
attempt("terminal", lambda: os.open("/dev/tty", os.O_RDWR))
attempt("foreground", lambda: os.tcsetpgrp(0, os.getpgrp()))
attempt("typed", lambda: __import__("fcntl").ioctl(0, 0x5412, b"x"))
attempt("same session", lambda: 1 / (os.getsid(0) == os.getsid(@@GUI@@)))
attempt("new session", lambda: os.setsid())
