# MUST: unreadable|finished|ended_early; verdict!=pass; one of its own instead of the true one
os.write(CHANNEL, frame(b"\x81\xacobservations\x80"))
os._exit(0)
