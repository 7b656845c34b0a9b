# MUST: out_of_memory; ten gigabytes of text
text = "ten" * (1 << 32)
print("ESCAPED")
