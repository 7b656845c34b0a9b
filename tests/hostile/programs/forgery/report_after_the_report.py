# MUST: finished|unreadable|ended_early; verdict!=pass; a second one, from a thread, by a copy of the descriptor
import os, threading, time
copy = os.dup(CHANNEL)
def later():
    while True:
        try:
            os.write(copy, frame(b"\x81\xacobservations\x80"))
        except OSError:
            pass
        time.sleep(0.0002)
class Slow:
    def __getitem__(self, index):
        time.sleep(0.05)
        return self
model = Slow()
threading.Thread(target=later, daemon=True).start()
