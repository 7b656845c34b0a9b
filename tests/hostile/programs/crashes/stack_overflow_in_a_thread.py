# MUST: crashed|raised|finished; a small stack
import threading
threading.stack_size(32768)
nest = []
for _ in range(200_000):
    nest = [nest]
def deep():
    import sys
    sys.setrecursionlimit(2**31 - 1)
    nest == [nest]
    repr(nest)
thread = threading.Thread(target=deep)
thread.start()
thread.join()
