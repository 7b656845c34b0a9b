# MUST: unreadable; verdict!=pass; observations that nobody asked for
import msgspec
seen = {f"name{number}": {"type": "bool", "value": True} for number in range(100)}
os.write(CHANNEL, frame(msgspec.msgpack.encode({"observations": seen})))
os._exit(0)
