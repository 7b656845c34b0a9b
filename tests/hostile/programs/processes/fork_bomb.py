# MUST: finished; not even one
import time
def bomb():
    for _ in range(50):
        if os.fork() == 0:
            time.sleep(20)
            os._exit(0)
attempt("fork", bomb)
