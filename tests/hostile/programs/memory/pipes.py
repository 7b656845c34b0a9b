# MUST: finished; memory in pipes can't be made larger than it is
import fcntl
def fill():
    for _ in range(20):
        reads, writes = os.pipe()
        fcntl.fcntl(writes, 1031, 1 << 20)
        os.set_blocking(writes, False)
        os.write(writes, bytes(1 << 20))
attempt("pipes", fill)
