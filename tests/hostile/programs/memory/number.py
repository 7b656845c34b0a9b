# MUST: out_of_memory; a number of ten gigabytes
number = 1 << (80 * 10**9)
print("ESCAPED")
