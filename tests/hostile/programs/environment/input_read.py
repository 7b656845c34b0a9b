# MUST: finished; HARMLESS; standard input is there, and empty
import os, sys
assert sys.stdin.read() == ""
assert os.read(0, 10) == b""
attempt("written to", lambda: os.write(0, b"x"))
