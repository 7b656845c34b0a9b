# MUST: timed_out; verdict!=pass; a report, then a loop
os.write(CHANNEL, frame(b"\x81\xacobservations\x80"))
while True:
    pass
