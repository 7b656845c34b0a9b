# MUST: crashed|raised; nor a crash
import time
def leave():
    if os.fork() == 0:
        os.setpgid(0, 0)
        time.sleep(20)
        os._exit(0)
attempt("child", leave)
os.abort()
