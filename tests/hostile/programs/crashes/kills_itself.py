# MUST: crashed; SIGKILL from itself
import os, signal
os.kill(os.getpid(), signal.SIGKILL)
