# MUST: finished; the process leaves without waiting for them
import threading, time
for _ in range(8):
    threading.Thread(target=time.sleep, args=(500,)).start()
