# MUST: unreadable|ended_early; verdict!=pass; it announces more than it sends
os.write(CHANNEL, frame(b"\x81\xacobservations\x80")[:-3])
os._exit(0)
