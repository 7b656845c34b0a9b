# MUST: any; verdict!=pass; None has no type any more
import ctypes
ctypes.c_ssize_t.from_address(id(None) + 8).value = 0
print(None)
