# MUST: timed_out; nothing that Python can catch is needed to end it
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
