# MUST: finished; so many threads and no more
import threading, time
threading.stack_size(65536)
def bomb():
    for _ in range(400):
        threading.Thread(target=time.sleep, args=(20,), daemon=True).start()
attempt("400", bomb)
