# MUST: finished|refused|crashed; by the bare calls
import time
def made(pid):
    if pid == 0:
        time.sleep(20)
        os._exit(0)
    return pid
attempt("fork", lambda: made(system(@@NR:fork@@)))
attempt("clone", lambda: made(system(@@NR:clone@@, 17, None, None, None, None)))
attempt("clone of a user", lambda: made(system(@@NR:clone@@, 0x10000000 | 17, None, None, None, None)))
arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, 17)
attempt("clone3", lambda: made(system(@@NR:clone3@@, arguments, 88)))
