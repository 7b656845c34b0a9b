# MUST: finished|raised|crashed|ended_early; an alarm that goes off again and again
import signal
def ring(*_):
    raise LookupError
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0001)
