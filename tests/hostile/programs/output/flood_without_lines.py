# MUST: too_much_output; without a line's end
import sys
while True:
    sys.stdout.write("x" * 100_000)
