# MUST: finished; four descriptors and no others
for descriptor in range(4, 4096):
    attempt(descriptor, lambda: os.fstat(descriptor))
