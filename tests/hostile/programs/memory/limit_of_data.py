# MUST: finished; the program break doesn't go round the limit
def grow():
    for _ in range(64):
        buffer = libc.sbrk(ctypes.c_ssize_t(64 << 20))
        if buffer in (-1, 0xFFFFFFFFFFFFFFFF):
            raise MemoryError
libc.sbrk.restype = ctypes.c_ssize_t
attempt("4 GiB", grow)
