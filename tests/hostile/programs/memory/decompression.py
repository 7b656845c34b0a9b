# MUST: out_of_memory|raised; a few megabytes that become gigabytes
import gzip
packed = gzip.compress(bytes(16 << 20), 1) * 300
print("ESCAPED", len(gzip.decompress(packed)))
