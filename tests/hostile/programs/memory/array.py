# MUST: out_of_memory; NumPy
import numpy
keep = [numpy.full((64 << 20) // 8, 1.5) for _ in range(60)]
print("ESCAPED")
