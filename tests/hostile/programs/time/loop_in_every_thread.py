# MUST: timed_out; neither many threads nor an ignored processor time limit help
import hashlib, signal, threading
signal.signal(signal.SIGXCPU, signal.SIG_IGN)
block = bytes(1 << 20)
def work():
    while True:
        hashlib.sha256(block).digest()
for _ in range(6):
    threading.Thread(target=work).start()
work()
