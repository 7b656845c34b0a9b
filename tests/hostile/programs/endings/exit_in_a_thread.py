# MUST: ended_early|finished; verdict!=pass; another thread leaves
import os, threading
threading.Thread(target=os._exit, args=(0,)).start()
import time
time.sleep(0.2)
