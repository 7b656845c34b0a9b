# MUST: finished; HARMLESS; chance is to be had
import os, random, secrets, uuid
assert len(os.urandom(8)) == 8
secrets.token_hex(4)
uuid.uuid4()
random.SystemRandom().random()
