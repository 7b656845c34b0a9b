# MUST: unreadable|ended_early; verdict!=pass; bytes behind the end
os.write(CHANNEL, frame(b"\x81\xacobservations\x80") + b"more" * 1000)
os._exit(0)
