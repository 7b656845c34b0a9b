# MUST: timed_out; a call that never comes back to the interpreter is ended
import collections, itertools
collections.deque(itertools.cycle((1, 2)), maxlen=0)
