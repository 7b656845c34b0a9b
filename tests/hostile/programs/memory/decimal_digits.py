# MUST: finished|out_of_memory; numbers too long to print
x = 10 ** 1_000_000
model = [x] * 100
