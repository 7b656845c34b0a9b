# MUST: finished; nor by a descriptor that tells its owner
import fcntl, signal
reads, writes = os.pipe()
attempt("owner", lambda: fcntl.fcntl(reads, 8, @@NEIGHBOUR@@))
attempt("owner, new", lambda: fcntl.fcntl(reads, 15, (0).to_bytes(4, "little") + (@@GUI@@).to_bytes(4, "little")))
attempt("signal", lambda: fcntl.fcntl(reads, 10, signal.SIGTERM))
try:
    fcntl.fcntl(reads, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(writes, b"x")
except OSError:
    pass
