# MUST: finished; nothing outlives the run
import time
def leave():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.setsid()
            time.sleep(20)
        os._exit(0)
attempt("daemon", leave)
