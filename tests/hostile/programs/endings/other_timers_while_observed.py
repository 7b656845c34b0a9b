# MUST: finished|raised|crashed|ended_early; the timers of the processor's time
import signal
def ring(*_):
    raise LookupError
for timer, number in ((signal.ITIMER_VIRTUAL, signal.SIGVTALRM), (signal.ITIMER_PROF, signal.SIGPROF)):
    signal.signal(number, ring)
    signal.setitimer(timer, 0.0005, 0.0001)
