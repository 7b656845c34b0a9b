# MUST: timed_out; arithmetic that doesn't look up
x = 7 ** (7 ** 10)
