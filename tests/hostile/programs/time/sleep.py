# MUST: timed_out; using no processor time doesn't help
import time
time.sleep(10**6)
