# MUST: finished; the same by number
import socket, struct
attempt("socket", lambda: system(@@NR:socket@@, 2, 1, 0))
attempt("socketpair", lambda: system(@@NR:socketpair@@, 1, 1, 0, (ctypes.c_int * 2)()))
for descriptor in (0, 1, CHANNEL):
    address = struct.pack("<H", 2) + struct.pack(">H", @@TCP@@) + bytes((127, 0, 0, 1)) + bytes(8)
    attempt("connect", lambda: system(@@NR:connect@@, descriptor, address, 16))
    attempt("accept", lambda: system(@@NR:accept4@@, descriptor, None, None, 0))
    attempt("bind", lambda: system(@@NR:bind@@, descriptor, address, 16))
    attempt("name", lambda: system(@@NR:getsockname@@, descriptor, ctypes.create_string_buffer(128), ctypes.byref(ctypes.c_int(128))))
