# MUST: too_much_output; from several threads, on both
import os, threading
def pour(descriptor):
    while True:
        os.write(descriptor, bytes(range(256)) * 64)
for descriptor in (1, 2, 1):
    threading.Thread(target=pour, args=(descriptor,), daemon=True).start()
pour(2)
