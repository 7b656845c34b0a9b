"""Headers that are as small to send and as large to hold as the schema lets them be, each near the limit."""

from typing import Any, Final

import msgspec

from quizapp.sandbox.frames import MAX_HEADER_BYTES
from tests.sandbox.fuzz.mutations import joined

ROOM: Final = MAX_HEADER_BYTES - 400
TENSOR: Final = {"dtype": "", "shape": []}


def observing(seen: dict[str, Any]) -> dict[str, Any]:
    return {"observations": {"x": seen}}


def module(**parts: Any) -> dict[str, Any]:
    empty = {"type_name": "A", "training": True, "submodules": [], "parameters": [], "buffers": []}
    return observing({"type": "module", **empty, **parts})


def many(item: Any) -> list[Any]:
    """As many of these as a header has room for."""
    return [item] * (ROOM // len(msgspec.msgpack.encode(item)))


def sequence(item: Any) -> dict[str, Any]:
    return observing({"type": "sequence", "type_name": "list", "length": 1 << 30, "items": many(item)})


HEADERS: Final[dict[str, Any]] = {
    "short names": module(state_keys=many("ab")),
    "short names that take wide characters": module(state_keys=many("\U0001f600")),
    "empty names": module(state_keys=many("")),
    "parameters": module(parameters=many(["", TENSOR])),
    "submodules": module(submodules=many({"name": "", "type_name": "", "training": True})),
    "nothings": sequence({"type": "none"}),
    "empty lists": sequence({"type": "sequence", "type_name": "", "length": 0, "items": []}),
    "sizes": observing({"type": "tensor", "dtype": "", "shape": many(1)}),
    "large sizes": observing({"type": "tensor", "dtype": "", "shape": many(0x1111)}),
    "groups": observing(
        {"type": "optimizer", "type_name": "", "groups": many({"parameters": [], "hyperparameters": []})}
    ),
    "warnings": {**observing({"type": "none"}), "warnings": many("ab")},
    "what nobody asked for": {**observing({"type": "none"}), "more": many([])},
    "one long text": observing({"type": "str", "value": "\U0001f600" * (ROOM // 4 - 20)}),
}
EXPANDING: Final = {name: joined(msgspec.msgpack.encode(header), b"") for name, header in HEADERS.items()}
