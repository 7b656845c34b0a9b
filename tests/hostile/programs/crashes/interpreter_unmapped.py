# MUST: crashed; the code under its feet is taken away
import ctypes
libc = ctypes.CDLL(None)
page = ctypes.cast(ctypes.pythonapi.PyEval_EvalCode, ctypes.c_void_p).value & ~4095
libc.munmap(ctypes.c_void_p(page - (1 << 19)), ctypes.c_size_t(1 << 20))
repr([1])
