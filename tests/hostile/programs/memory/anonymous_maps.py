# MUST: finished; private maps that are touched
import mmap
def fill():
    keep = []
    for _ in range(48):
        part = mmap.mmap(-1, 64 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        part[:] = bytes(64 << 20)
        keep.append(part)
attempt("3 GiB", fill)
