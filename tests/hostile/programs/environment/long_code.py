# MUST: finished; HARMLESS; a program of a megabyte
text = "@@LONG@@"
assert len(text) == 1 << 20
