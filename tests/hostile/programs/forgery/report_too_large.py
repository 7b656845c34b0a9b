# MUST: unreadable|ended_early; verdict!=pass; it announces an exabyte, and sends on
import struct
head = struct.pack("<4sIQ", b"QZR1", 100, 1 << 60)
os.write(CHANNEL, head)
for _ in range(200):
    os.write(CHANNEL, bytes(1 << 16))
os._exit(0)
