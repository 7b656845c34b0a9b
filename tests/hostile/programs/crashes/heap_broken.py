# MUST: crashed|raised|finished; memory given back that was never had
import ctypes
buffer = ctypes.create_string_buffer(4096)
libc = ctypes.CDLL(None)
libc.free(ctypes.c_void_p(ctypes.addressof(buffer) + 64))
