# MUST: out_of_memory; Python's own objects
keep = []
while True:
    keep.append(bytearray(4 << 20))
