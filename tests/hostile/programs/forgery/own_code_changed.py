# MUST: any; verdict!=pass; the machine code of a function of torch is overwritten
import mmap, torch
place = ctypes.cast(ctypes.pythonapi.PyObject_GetAttr, ctypes.c_void_p).value
libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
if libc.mprotect(place & ~4095, 8192, 7) == 0:
    ctypes.memset(place, 0xC3, 16)
