# MUST: crashed; SIGILL
import signal
signal.raise_signal(signal.SIGILL)
