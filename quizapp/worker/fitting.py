"""Makes a report fit the frame: what is too large to observe gives way, the rest stays."""

from typing import Final

import msgspec

from quizapp.sandbox.frames import MAX_HEADER_BYTES
from quizapp.sandbox.messages import Report
from quizapp.sandbox.observation import Observation, OtherSeen, Values

_FOR_THE_REST: Final = 128 << 10


def fit_report(report: Report) -> Report:
    """Return the report with its largest observations reduced to their type, as many as it takes."""
    sizes = {expression: _size(expression, seen) for expression, seen in report.observations.items()}
    too_much = sum(sizes.values()) - (MAX_HEADER_BYTES - _FOR_THE_REST)
    observations = dict(report.observations)
    for expression in sorted(sizes, key=sizes.__getitem__, reverse=True):
        if too_much <= 0:
            break
        too_much -= sizes[expression]
        observations[expression] = OtherSeen(getattr(observations[expression], "type_name", "value"))
    return msgspec.structs.replace(report, observations=observations)


def _size(expression: str, seen: Observation) -> int:
    return len(expression.encode()) + len(msgspec.msgpack.encode(seen, enc_hook=_as_reference))


def _as_reference(value: object) -> msgspec.msgpack.Ext:
    if isinstance(value, Values):
        return msgspec.msgpack.Ext(1, bytes(16))
    raise NotImplementedError
