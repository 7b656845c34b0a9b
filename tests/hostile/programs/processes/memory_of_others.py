# MUST: finished; neither read nor written
class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
buffer = ctypes.create_string_buffer(64)
mine, theirs = Piece(ctypes.addressof(buffer), 64), Piece(ctypes.cast(libc.malloc, ctypes.c_void_p).value, 64)
for process in (@@GUI@@, @@NEIGHBOUR@@, os.getppid()):
    for number in (@@NR:process_vm_readv@@, @@NR:process_vm_writev@@):
        attempt((process, number), lambda: system(number, process, ctypes.byref(mine), 1, ctypes.byref(Piece(0, 0)), 0, 0))
        if number == @@NR:process_vm_readv@@:
            attempt("library", lambda: system(number, process, ctypes.byref(mine), 1, ctypes.byref(theirs), 1, 0))
    attempt("descriptor", lambda: system(@@NR:pidfd_getfd@@, os.pidfd_open(process), 0, 0))
    attempt("advice", lambda: system(@@NR:process_madvise@@, os.pidfd_open(process), ctypes.byref(theirs), 1, 21, 0))
    attempt("pages", lambda: system(@@NR:move_pages@@, process, 0, None, None, None, 0))
    attempt("migrate", lambda: system(@@NR:migrate_pages@@, process, 0, None, None))
    attempt("release", lambda: system(@@NR:process_mrelease@@, os.pidfd_open(process), 0))
