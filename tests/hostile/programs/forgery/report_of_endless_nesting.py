# MUST: unreadable; verdict!=pass; half a million lists in one another
import time
whole = frame(b"\x81\xacobservations" + b"\x91" * 500_000)
while whole:
    whole = whole[os.write(CHANNEL, whole):]
os._exit(0)
