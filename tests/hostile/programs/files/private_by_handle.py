# MUST: finished; nor by handle, by openat2, by mount objects
buffer = ctypes.create_string_buffer(256)
path = b"@@HOME@@/notes.txt"
how = (ctypes.c_uint64 * 3)()
attempt("handle of a name", lambda: system(@@NR:name_to_handle_at@@, -100, path, buffer, ctypes.byref(ctypes.c_int()), 0))
attempt("open by handle", lambda: system(@@NR:open_by_handle_at@@, -100, buffer, 0))
attempt("openat2", lambda: system(@@NR:openat2@@, -100, path, how, 24))
attempt("open_tree", lambda: system(@@NR:open_tree@@, -100, path, 0))
attempt("fspick", lambda: system(@@NR:fspick@@, -100, b"@@HOME@@", 0))
attempt("O_PATH and back", lambda: os.read(os.open("/proc/self/fd/%d" % os.open(path, os.O_PATH), os.O_RDONLY), 9))
attempt("mapped", lambda: __import__("mmap").mmap(os.open(path, os.O_RDONLY), 0)[:])
