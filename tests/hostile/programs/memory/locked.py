# MUST: finished; memory that can't be swapped
buffer = ctypes.create_string_buffer(1 << 20)
attempt("mlock", lambda: system(@@NR:mlock@@, ctypes.byref(buffer), 1 << 20))
attempt("mlockall", lambda: system(@@NR:mlockall@@, 3))
attempt("mlock2", lambda: system(@@NR:mlock2@@, ctypes.byref(buffer), 4096, 0))
