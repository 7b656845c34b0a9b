# MUST: timed_out; a stopped process is ended as well
import os, signal
os.kill(os.getpid(), signal.SIGSTOP)
