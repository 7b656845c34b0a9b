# MUST: finished; what would talk to a terminal comes out as text
print("\x1b]0;owned\x07\x1b[2J\x1b]52;c;cm0=\x07\u202e\u2066\u200f\r\x08\x00")
print("\x1bP+q544e\x1b\\", flush=True)
