# MUST: crashed; an address that isn't there
import ctypes
ctypes.memset(8, 1, 8)
