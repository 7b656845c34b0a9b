"""Ways of harming a frame: by bytes, by its announced lengths, and by what its header says."""

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec
from msgspec.msgpack import Ext

from quizapp.sandbox.frames import BEGUN, PREFIX
from quizapp.sandbox.strictness import CARRIED_BYTES

HUGE: Final = (
    *(b"\xdd\xff\xff\xff\xff", b"\xdf\xff\xff\xff\xff", b"\xc6\xff\xff\xff\xff", b"\xc9\xff\xff\xff\xff\x01"),
    *(b"\xdb\xff\xff\xff\xff", b"\xdd\x7f\xff\xff\xff", b"\xdc\xff\xff", b"\xd9\xff", b"\x91" * 3000, b"\x81" * 2000),
)
LENGTHS: Final = (
    *(0, 1, 15, 16, 17, 2**16, 2**20, 2**20 + 1, 2**31, 2**32 - 1, 40 << 20, (40 << 20) + 1, 2**63, 2**64 - 1),
)
LEAVES: Final[tuple[object, ...]] = (
    *(None, True, False, 0, 1, -1, 2, 63, 64, 255, 2**31, 2**48, 2**48 + 1, 2**63 - 1, -(2**63), 2**64 - 1),
    *(0.0, -0.0, 1.5, float("nan"), float("inf"), -float("inf"), 1e308, 5e-324),
    *("", "x", "nan", "-nan", "inf", "0x1p-1074", "0x1.8p+1", "-0", "-", "٧"),
    *("9" * 3999, "9" * 5000, "0.1", "a" * 3000, "{where}", "%s", "%(a)d", "{0}", "`", "\\", "'\"", "中文"),
    *("\u202e", "a\nb", "\t", "\ud7ff", "\U0001f600", "\x00", "\x1b[2J"),
    *("float32", "float64", "bool", "bfloat16", "complex64", "complex128", "float8_e4m3fn", "uint64", "object", "int4"),
    *("tensor", "array", "module", "sequence", "mapping", "none", "int", "float", "error", "dict", "set", "range"),
    *([], {}, [0], [[]], [None], {"type": "none"}, {"type": "int", "value": "7"}, {"type": "float", "value": "nan"}),
    *(b"", b"x"),
)  # fmt: skip
SHAPES: Final = (
    *((), (0,), (1,), (2, 3), (3, 2), (6,), (0, 2**48), (2**48, 0, 2**48), (1,) * 64, (0,) * 64, (1,) * 65, (0,) * 33),
    *((2**31, 2**31, 0), (2**40,), (-1,), (1, 1, 1, 1)),
)
DTYPES: Final = (*CARRIED_BYTES, "object", "", "int4", "quint8", "float4_e2m1fn_x2")


class Raw:
    """The numbers of a tensor in a decoded header; they get their place when it is encoded again.

    Not a dataclass: msgspec would encode that by itself.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data


def mutated(frame: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """Return the frame, harmed in one to four ways."""
    harm = chance.choice(MUTATIONS)
    for _ in range(chance.choice((1, 1, 1, 1, 2, 4))):
        frame = harm(frame, chance.choice(others), chance)
    return frame


def pieces(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """Yield what a child sends in pieces of any size, as a socket may give it."""
    data = BEGUN + data
    sizes = [size for size in (1, 7, 100, 4096, 1 << 18) if size * 500 > len(data)] or [1 << 18]
    most = chance.choice(sizes)
    at = 0
    while at < len(data):
        size = chance.randint(1, most)
        yield data[at : at + size]
        at += size


def split(frame: bytes) -> tuple[bytes, bytes]:
    """Return header and body as far as the prefix tells them apart; any bytes will do."""
    if len(frame) < PREFIX.size:
        return frame, b""
    _, header, _ = PREFIX.unpack(frame[: PREFIX.size])
    rest = frame[PREFIX.size :]
    return rest[:header], rest[header:]


def joined(header: bytes, body: bytes) -> bytes:
    """Return an honest prefix before these."""
    return PREFIX.pack(b"QZR1", len(header), len(body)) + header + body


def flip_bits(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    changed = bytearray(frame)
    for _times in range(chance.randint(1, 8) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def replace_bytes(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    header, body = split(frame)
    changed = bytearray(header)
    for _times in range(chance.randint(1, 4) if changed else 0):
        changed[chance.randrange(len(changed))] = chance.choice(
            (0, 0x7F, 0x80, 0x90, 0xC0, 0xC1, 0xFF, chance.randrange(256))
        )
    return joined(bytes(changed), body)


def truncate(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    return frame[: chance.randint(0, len(frame))]


def cut_out(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    header, body = split(frame)
    start = chance.randint(0, len(header))
    return joined(header[:start] + header[start + chance.randint(1, 60) :], body)


def shorten_body(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    header, body = split(frame)
    return joined(header, body[: chance.randint(0, len(body))] + chance.randbytes(chance.choice((0, 0, 1, 8))))


def duplicate(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    header, body = split(frame)
    start = chance.randint(0, len(header))
    part = header[start : start + chance.randint(1, 400)]
    return chance.choice((joined(header[:start] + part + header[start:], body), frame + frame))


def splice(frame: bytes, other: bytes, chance: random.Random) -> bytes:
    (header, body), (other_header, other_body) = split(frame), split(other)
    at = chance.randint(0, min(len(header), len(other_header)))
    return joined(header[:at] + other_header[at:], chance.choice((body, other_body, body + other_body)))


def lie_in_the_prefix(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    header, body = split(frame)
    lies = (len(header), len(body), chance.choice(LENGTHS), chance.choice(LENGTHS))
    magic = chance.choice((b"QZR1", b"QZR1", b"QZR2", bytes(4)))
    return PREFIX.pack(magic, chance.choice(lies) % 2**32, chance.choice(lies)) + header + body


def announce_much(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    header, body = split(frame)
    at = chance.randint(0, len(header))
    return joined(header[:at] + chance.choice(HUGE) + header[at + chance.choice((0, 1, 5)) :], body)


def refer_elsewhere(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    """Change a reference, its length byte, or its type."""
    header, body = split(frame)
    places = [at for at in range(len(header)) if header[at : at + 2] == b"\xd8\x01"]
    if not places:
        return frame
    at = chance.choice(places)
    changed = bytearray(header)
    changed[at + chance.randrange(min(18, len(header) - at))] = chance.choice(
        (0, 1, 0xD4, 0xD8, 0xFF, chance.randrange(256))
    )
    return joined(bytes(changed), body)


def crash(frame: bytes, _: bytes, chance: random.Random) -> bytes:
    """Say what a process says that crashes, before or instead of the report."""
    words = chance.choice(
        (b"Fatal Python error: Segmentation fault\n", b"Current thread 0x7f (most recent call first):\n")
    )
    places = b"".join(
        b'  File "exercise.py", line %d in f\n' % line for line in chance.choices((0, 1, 3, 9999999), k=3)
    )
    return words + places * chance.choice((0, 1, 5000)) + chance.choice((b"", frame))


def random_bytes(_: bytes, __: bytes, chance: random.Random) -> bytes:
    header = chance.randbytes(chance.randint(0, 60))
    return chance.choice((header, joined(header, chance.randbytes(chance.randint(0, 20)))))


def say_otherwise(frame: bytes, other: bytes, chance: random.Random) -> bytes:
    """Change what the header says, so that it stays msgpack and its references stay right."""
    tree, donor = decoded(frame), decoded(other)
    if tree is None:
        return frame
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        change = chance.choice((_change_leaf, _change_leaf, _change_tensor, _change_tensor, _transplant, _change_items))
        change(tree, donor if donor is not None else tree, chance)
    return encoded(tree)


MUTATIONS: Final[tuple[Callable[[bytes, bytes, random.Random], bytes], ...]] = (
    *(flip_bits, replace_bytes, truncate, cut_out, shorten_body, duplicate, splice, lie_in_the_prefix, announce_much),
    *(refer_elsewhere, random_bytes, crash, *(say_otherwise,) * 12),
)


def decoded(frame: bytes) -> Any:
    """Return the header as plain data, its references as Raw; None if it is no msgpack."""
    header, body = split(frame)

    def raw(_code: int, reference: memoryview) -> Raw:
        start, length = int.from_bytes(reference[:8], "little"), int.from_bytes(reference[8:16], "little")
        return Raw(body[start : start + length])

    try:
        return msgspec.msgpack.decode(header, ext_hook=raw)
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
        return None


def encoded(tree: Any) -> bytes:
    """Return an honest frame of what `decoded` gave."""
    body = bytearray()

    def refer(value: object) -> Ext:
        assert isinstance(value, Raw), value
        reference = len(body).to_bytes(8, "little") + len(value.data).to_bytes(8, "little")
        body.extend(value.data)
        return Ext(1, reference)

    try:
        return joined(msgspec.msgpack.encode(tree, enc_hook=refer), bytes(body))
    except (RecursionError, OverflowError):
        return joined(b"", b"")


def _places(tree: Any, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    """Yield every container in the tree with each of its keys."""
    if depth > 60:
        return
    keys = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _places(tree[key], depth + 1)


def _change_leaf(tree: Any, _: Any, chance: random.Random) -> None:
    places = [(holder, key) for holder, key in _places(tree) if not isinstance(holder[key], dict | list)]
    if places:
        holder, key = chance.choice(places)
        # Mostly a value of the same type: others are refused at once.
        alike = [leaf for leaf in LEAVES if type(leaf) is type(holder[key])] if chance.random() < 0.85 else LEAVES
        holder[key] = copy.deepcopy(chance.choice(alike or LEAVES))


def _change_tensor(tree: Any, _: Any, chance: random.Random) -> None:
    """Give a tensor or array another dtype or shape, mostly with numbers that fit it."""
    tensors = [holder[key] for holder, key in _places(tree) if isinstance(holder[key], dict) and "dtype" in holder[key]]
    if not tensors:
        return
    tensor = chance.choice(tensors)
    if chance.random() < 0.6:
        tensor["dtype"] = chance.choice(DTYPES)
    if chance.random() < 0.5:
        tensor["shape"] = list(chance.choice(SHAPES))
        tensor["stride"] = chance.choice(([], [chance.choice((0, 1, -1, 2**62)) for _ in tensor["shape"]]))
    if chance.random() < 0.9:
        tensor["values"] = chance.choice((None, *(_numbers(tensor, chance),) * 5))
    if chance.random() < 0.1:
        tensor.pop(chance.choice(list(tensor)))


def _numbers(tensor: dict[str, Any], chance: random.Random) -> Raw | None:
    size = CARRIED_BYTES.get(str(tensor["dtype"]), 1)
    for length in tensor.get("shape") or ():
        size *= length if isinstance(length, int) else 1
    if not 0 <= size <= 4096:
        return None
    return Raw(chance.choice((bytes(size), b"\1" * size, b"\xff" * size, chance.randbytes(size))))


def _transplant(tree: Any, donor: Any, chance: random.Random) -> None:
    """Put a part of another report, or of the same one, into the place of a part."""
    targets, sources = list(_places(tree)), list(_places(donor))
    if chance.random() < 0.85:
        targets, sources = [*filter(_is_value, targets)], [*filter(_is_value, sources)]
    if targets and sources:
        (holder, key), (other, other_key) = chance.choice(targets), chance.choice(sources)
        # A copy: what is put into itself would have no end.
        holder[key] = copy.deepcopy(other[other_key])


def _is_value(place: tuple[Any, Any]) -> bool:
    holder, key = place
    return isinstance(holder[key], dict) and "type" in holder[key]


def _change_items(tree: Any, _: Any, chance: random.Random) -> None:
    """Drop, double, turn around or repeat the items of a list or dict."""
    holders = [tree, *(holder[key] for holder, key in _places(tree) if isinstance(holder[key], dict | list))]
    items = chance.choice(holders)
    if not items:
        return
    if isinstance(items, dict):
        items.pop(chance.choice(list(items)))
        return
    at = chance.randrange(len(items))
    match chance.randrange(4):
        case 0:
            del items[at]
        case 1:
            items.insert(at, items[at])
        case 2:
            items.reverse()
        case _:
            size = 1 + sum(1 for _ in _places(items[at]))
            items.extend([items[at]] * min(chance.choice((2, 40, 300)), 6000 // size))
