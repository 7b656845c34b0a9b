# MUST: timed_out; verdict!=pass; always a little more
import time
os.write(CHANNEL, frame(b" " * (1 << 19))[:16])
while True:
    os.write(CHANNEL, b" ")
    time.sleep(0.01)
