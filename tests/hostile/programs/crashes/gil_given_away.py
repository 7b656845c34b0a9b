# MUST: any; verdict!=pass; Python without the lock that it needs
import ctypes
ctypes.CDLL(None).PyEval_SaveThread()
