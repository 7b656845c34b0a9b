# MUST: unreadable; verdict!=pass; sizes that overflow, places outside
import msgspec, struct
def tensor(start, length):
    values = msgspec.msgpack.Ext(1, struct.pack("<QQ", start, length))
    return {"type": "tensor", "dtype": "float32", "shape": [1 << 33, 1 << 33], "values": values}
seen = {"model": tensor(1 << 62, 8), "x": tensor((1 << 64) - 8, 16), "model[0].weight": tensor(0, 0), "model[2].weight": tensor(8, 8)}
os.write(CHANNEL, frame(msgspec.msgpack.encode({"observations": seen}), bytes(16)))
os._exit(0)
