# MUST: unreadable; verdict!=pass; a number of a million digits in the header
import msgspec
seen = {name: {"type": "int", "value": "9" * 240_000} for name in ("model", "x", "model[0].weight", "model[2].weight")}
whole = frame(msgspec.msgpack.encode({"observations": seen}))
while whole:
    whole = whole[os.write(CHANNEL, whole):]
os._exit(0)
