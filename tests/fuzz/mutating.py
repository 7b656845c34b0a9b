"""Changes to an input that readers get to see the inside of: lines, values and trees instead of bytes alone."""

import json
import re
from collections.abc import Callable
from random import Random
from typing import Any, Final, TypeAlias

from tests.fuzz.parts import MARK

Vary: TypeAlias = Callable[[bytes], bytes]
"""Changes bytes in any way."""

_Way: TypeAlias = Callable[[bytes, Random], bytes]

PIECES: Final = (
    *(b"", b"0", b"-1", b"1e999", b"nan", b"-inf", b"true", b"null", b"[]", b"{}", b'""', b"''", b'"""', b"{ x = 1 }"),
    *(b"1" * 5000, b"0x" + b"f" * 300, b"[" * 600, b"{x=" * 300, b"a." * 70 + b"a", b"1979-05-27T07:32:00Z", b"99:99"),
    *(b"+++\n", b"---\n", b"```\n", b"~~~", b"[[checks]]\n", b"[a]\n", b"\n\n", b"\r", b"\r\n", b"\t", b" ", b"\\"),
    *(b"- [x] a\n", b"- [ ] b > c\n", b"![a](b)", b"[a](../../b)", b"[a](javascript:b)", b"$x$", b"$$\n", b"<script>"),
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b[2J", "\u202e\u2028\x85".encode()),
    *("\u4e2d\U0001f600\u0301".encode(), b"{0}", b"{name}", b"%s", b"../", b"..\\", b"/etc/passwd", b"C:\\", b"con"),
    *(b"2026-03-02T12:00:00Z", b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59.999999-23:59", b"\\ud800", b"\\u0000"),
    *(
        b"9223372036854775807",
        b"9223372036854775808",
        b"1e308",
        b"-0.0",
        b"{{c1::a::b}}",
        b"{{Front}}",
        b"\x1f",
        b"=~#",
    ),
)
"""What readers trip over: odd values, ends and beginnings, names of elsewhere, text that is none."""

VALUES: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**53 + 1, 2**63, -(2**63) - 1, 10**400, 0.5, -0.0, 1e308, 1e-320),
    *("", " ", "a", "0", "\0", "\x1b[2J", "\u202e", "\ud800", "\u4e2d", "x" * 3000, "../a", "a\nb", "{name}", "{0}"),
    *("2026-03-02T12:00:00Z", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999Z", "float32", "nan"),
    *([], {}, [[]], [{}], {"": ""}, [None], [0] * 300, {"kind": "rated"}, {"type": "tensor"}),
)
"""What stands in the place of a value of JSON."""

_VALUE = re.compile(rb"(?<==)[^\n]*|\"[^\"\n]*\"|-?\d+(?:\.\d+)?|\b\w+\b")
_JSON_BEGINS = (b"{", b"[")


def mutated(data: bytes, largest: int, chance: Random, vary: Vary) -> bytes:
    """Return an input with a few changes, of `largest` bytes at most."""
    for _ in range(1 + chance.choice((0, 0, 0, 1, 3))):
        head, part, tail = _cut(data, chance)
        ways = (vary, *((lambda held, way=way: way(held, chance)) for way in _ways(part)))
        data = head + chance.choice(ways)(part) + tail
    return data[:largest]


def varied(data: bytes, chance: Random) -> bytes:
    """Change bytes as they come: where nothing else does that."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.randbytes(chance.randrange(4)) + data[at + chance.randrange(4) :]


def _cut(data: bytes, chance: Random) -> tuple[bytes, bytes, bytes]:
    """Cut out what is changed: one file of several, now and then its name or the input as a whole."""
    starts = [found.end() for found in re.finditer(re.escape(MARK), data)]
    if not starts or chance.random() < 0.05:
        return b"", data, b""
    number = chance.randrange(len(starts))
    stop = starts[number + 1] - len(MARK) if number + 1 < len(starts) else len(data)
    name_ends = data.find(b"\n", starts[number], stop)
    if name_ends < 0 or chance.random() < 0.1:
        return data[: starts[number]], data[starts[number] : stop], data[stop:]
    return data[: name_ends + 1], data[name_ends + 1 : stop], data[stop:]


def _ways(part: bytes) -> tuple[_Way, ...]:
    ways: tuple[_Way, ...] = (_with_lines_changed, _with_a_piece, _with_a_value, _swollen)
    return (*ways, _with_trees_changed, _with_trees_changed) if part.lstrip().startswith(_JSON_BEGINS) else ways


def _with_lines_changed(part: bytes, chance: Random) -> bytes:
    """Leave out a line, double it, or put another in its place."""
    lines = part.splitlines(keepends=True) or [b""]
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    way = chance.randrange(4)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(at, lines[other])
    elif way == 2:
        lines[at], lines[other] = lines[other], lines[at]
    else:
        lines = lines[:at]
    return b"".join(lines)


def _with_a_piece(part: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(part) + 1)
    stop = min(start + chance.choice((0, 0, 1, 8)), len(part))
    return part[:start] + chance.choice(PIECES) + part[stop:]


def _with_a_value(part: bytes, chance: Random) -> bytes:
    """Put something else in the place of a word, a number or what stands behind an equals sign."""
    found = list(_VALUE.finditer(part))
    if not found:
        return _with_a_piece(part, chance)
    at, other = chance.choice(found), chance.choice(found)
    return part[: at.start()] + chance.choice((other[0], chance.choice(PIECES))) + part[at.end() :]


def _swollen(part: bytes, chance: Random) -> bytes:
    """Repeat a piece or a line often: what is slow or deep shows itself."""
    lines = part.splitlines(keepends=True) or [b"a"]
    start = chance.randrange(len(part) + 1)
    piece = chance.choice((chance.choice(lines), part[start : start + chance.randrange(1, 12)]))
    times = chance.choice((2, 2, 2, 30, 30, 1000, 20_000)) // max(len(piece) // 8, 1)
    return part[:start] + piece * max(times, 2) + part[start:]


def _with_trees_changed(part: bytes, chance: Random) -> bytes:
    """Change a value somewhere in JSON, or in one of its lines."""
    try:
        return _dumped(_tree_changed(json.loads(part), chance))
    except (ValueError, RecursionError):
        lines = part.split(b"\n")
        at = chance.randrange(len(lines))
        try:
            lines[at] = _dumped(_tree_changed(json.loads(lines[at]), chance))
        except (ValueError, RecursionError):
            return _with_a_piece(part, chance)
        return b"\n".join(lines)


def _dumped(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _tree_changed(tree: Any, chance: Random) -> Any:
    """Return a tree of JSON with one of its values changed, left out, doubled, or put deep into lists."""
    if not isinstance(tree, dict | list) or not tree or chance.random() < 0.1:
        return _other_value(tree, chance)
    if isinstance(tree, list):
        at = chance.randrange(len(tree))
        kept = [*tree[:at], _tree_changed(tree[at], chance), *tree[at + 1 :]]
        return chance.choice((kept, kept, kept, tree[:at] + tree[at + 1 :], [*tree, tree[at]]))
    key = chance.choice(list(tree))
    changed = {**tree, key: _tree_changed(tree[key], chance)}
    renamed = {(chance.choice(list(tree)) if name == key else name): value for name, value in tree.items()}
    without = {name: value for name, value in tree.items() if name != key}
    return chance.choice((changed, changed, changed, changed, renamed, without))


def _other_value(tree: Any, chance: Random) -> Any:
    way = chance.randrange(8)
    if way == 0:
        return [tree]
    if way == 1 and isinstance(tree, str):
        at = chance.randrange(len(tree) + 1)
        return tree[:at] + chance.choice(PIECES).decode("utf-8", "replace") + tree[at:]
    if way == 2 and isinstance(tree, int | float) and not isinstance(tree, bool):
        return chance.choice((tree + 1, -tree, tree * 1000, tree * 10**12))
    return chance.choice(VALUES)
