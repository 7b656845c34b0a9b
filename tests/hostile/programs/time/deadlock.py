# MUST: timed_out; waiting for oneself
import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
