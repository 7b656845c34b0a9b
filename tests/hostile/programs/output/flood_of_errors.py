# MUST: too_much_output; by the descriptor of errors
import os
while True:
    os.write(2, b"\x1b[2J" * 10_000)
