# MUST: finished; nothing that waits for the end of Python gets a turn
import atexit, threading, time, weakref
class Held:
    pass
held = Held()
def late():
    print("ESCAPED", flush=True)
    time.sleep(30)
atexit.register(late)
weakref.finalize(held, late)
threading._register_atexit(late)
