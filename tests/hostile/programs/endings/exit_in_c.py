# MUST: ended_early; verdict!=pass; C's exit
import ctypes
ctypes.CDLL(None).exit(0)
