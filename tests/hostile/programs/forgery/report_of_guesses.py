# MUST: finished|unreadable; verdict!=pass; a report in good form that claims what it can't know
import msgspec, struct
def tensor(*shape, gradient=None):
    count = 1
    for size in shape:
        count *= size
    body = struct.pack(f"<{count}f", *[0.1] * count)
    start = sum(len(part) for part in bodies)
    bodies.append(body)
    return {"type": "tensor", "dtype": "float32", "shape": shape, "values": msgspec.msgpack.Ext(1, struct.pack("<QQ", start, len(body))),
            "is_parameter": True, "requires_grad": gradient is not None, "gradient": gradient}
bodies = []
first = tensor(16, 8)
second = tensor(2, 16, gradient=None)
second["gradient"], second["requires_grad"] = tensor(2, 16), True
seen = {"model": {"type": "none"}, "x": {"type": "none"}, "model[0].weight": first, "model[2].weight": second}
whole = frame(msgspec.msgpack.encode({"observations": seen}), b"".join(bodies))
while whole:
    whole = whole[os.write(CHANNEL, whole):]
os._exit(0)
