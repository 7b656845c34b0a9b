# MUST: finished; bytes that are no text, cut anywhere
import os
for piece in (b"\xf0\x9f", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\xe4\xbd"):
    os.write(1, piece)
    os.write(2, piece * 1000)
