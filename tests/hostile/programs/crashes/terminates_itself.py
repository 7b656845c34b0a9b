# MUST: crashed; SIGTERM from itself
import os, signal
os.kill(os.getpid(), signal.SIGTERM)
