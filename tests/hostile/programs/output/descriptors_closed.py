# MUST: finished|raised; the descriptors under the streams are gone
import os
for descriptor in (0, 1, 2):
    os.close(descriptor)
print("into nothing")
