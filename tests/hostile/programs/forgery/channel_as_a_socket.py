# MUST: finished; nothing is sent through it but bytes
import array, socket
attempt("socket", lambda: socket.socket(fileno=os.dup(CHANNEL)).send(b""))
attempt("descriptors", lambda: system(@@NR:sendmsg@@, CHANNEL, ctypes.create_string_buffer(56), 0))
attempt("peer", lambda: system(@@NR:getpeername@@, CHANNEL, ctypes.create_string_buffer(128), ctypes.byref(ctypes.c_int(128))))
attempt("whose", lambda: system(@@NR:getsockopt@@, CHANNEL, 1, 17, ctypes.create_string_buffer(12), ctypes.byref(ctypes.c_int(12))))
attempt("its process", lambda: system(@@NR:getsockopt@@, CHANNEL, 1, 77, ctypes.create_string_buffer(12), ctypes.byref(ctypes.c_int(12))))
