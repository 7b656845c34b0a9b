# MUST: timed_out|unreadable; verdict!=pass; the host reads on, and keeps none of it
while True:
    os.write(CHANNEL, b"\xc1" * 65536)
