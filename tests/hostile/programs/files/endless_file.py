# MUST: out_of_memory|timed_out; a file without an end
x = open("/dev/urandom", "rb").read()
print("ESCAPED", len(x))
