# MUST: timed_out; waiting for a signal that nobody sends
import signal
signal.pause()
