# MUST: finished; vmsplice
class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
page = ctypes.create_string_buffer(4096)
piece = Piece(ctypes.addressof(page), 4096)
reads, writes = os.pipe()
attempt("vmsplice", lambda: system(@@NR:vmsplice@@, writes, ctypes.byref(piece), 1, 0))
