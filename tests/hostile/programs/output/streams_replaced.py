# MUST: finished|raised; a stream that raises at every turn
import sys
class Stream:
    def __getattr__(self, name):
        raise SystemExit(name)
sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Stream()
