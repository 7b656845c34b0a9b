# MUST: raised; three thousand causes
last = None
for number in range(3000):
    error = ValueError("cause " * 200)
    error.__cause__ = last
    last = error
raise last
