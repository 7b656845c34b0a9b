# MUST: timed_out; blocking every signal changes nothing
import signal
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
while True:
    pass
