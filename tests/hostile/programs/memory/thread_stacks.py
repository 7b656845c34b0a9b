# MUST: finished; stacks of half a gigabyte each
import threading, time
threading.stack_size(512 << 20)
def begin():
    for _ in range(8):
        threading.Thread(target=time.sleep, args=(50,), daemon=True).start()
attempt("4 GiB", begin)
