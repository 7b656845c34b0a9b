# MUST: unreadable; verdict!=pass; one of its own before the true one
os.write(CHANNEL, frame(b"\x81\xacobservations\x80"))
