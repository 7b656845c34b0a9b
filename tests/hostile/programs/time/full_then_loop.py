# MUST: timed_out; ended just as well when its memory is full
keep = []
try:
    while True:
        keep.append(bytearray(8 << 20))
except MemoryError:
    pass
while True:
    pass
