# MUST: raised; half characters as values, keys and message
model = {chr(code): chr(code) for code in range(0xD800, 0xE000)}
x = list(model)
print("".join(x[:5]))
raise LookupError("".join(model))
