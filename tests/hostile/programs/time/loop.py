# MUST: timed_out; the limit of time ends it
while True:
    pass
