# MUST: finished; two megabytes of every byte
import os
for descriptor in (1, 2):
    for _ in range(500):
        os.write(descriptor, bytes(range(256)) * 8)
