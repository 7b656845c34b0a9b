"""Makes a report fit the frame: what is too large to observe gives way, the rest stays."""

from typing import Final

import msgspec

from quizapp.sandbox.frames import MAX_HEADER_BYTES
from quizapp.sandbox.messages import Report
from quizapp.sandbox.observation import Observation, OtherSeen, Values
from quizapp.sandbox.trace import TraceSeen

_FOR_THE_REST: Final = 128 << 10
_FOR_THE_TRACE: Final = MAX_HEADER_BYTES // 2


def fit_report(report: Report) -> Report:
    """Return the report with its largest observations reduced to their type, as many as it takes.

    A trace gets half of the room at most: its last steps give way, then all of them, then what the lines made.
    """
    trace = None if report.trace is None else _fit_trace(report.trace)
    sizes = {expression: _size(expression, seen) for expression, seen in report.observations.items()}
    room = MAX_HEADER_BYTES - _FOR_THE_REST - _length(trace)
    too_much = sum(sizes.values()) - room
    observations = dict(report.observations)
    for expression in sorted(sizes, key=sizes.__getitem__, reverse=True):
        if too_much <= 0:
            break
        too_much -= sizes[expression]
        observations[expression] = OtherSeen(getattr(observations[expression], "type_name", "value"))
    return msgspec.structs.replace(report, observations=observations, trace=trace)


def _fit_trace(trace: TraceSeen) -> TraceSeen:
    while _length(trace) > _FOR_THE_TRACE and trace.steps:
        trace = msgspec.structs.replace(trace, steps=trace.steps[: len(trace.steps) // 2])
    if _length(trace) <= _FOR_THE_TRACE:
        return trace
    bare = tuple(msgspec.structs.replace(line, made=()) for line in trace.lines)
    return msgspec.structs.replace(trace, lines=bare)


def _size(expression: str, seen: Observation) -> int:
    return len(expression.encode()) + _length(seen)


def _length(part: Observation | TraceSeen | None) -> int:
    return len(msgspec.msgpack.encode(part, enc_hook=_as_reference))


def _as_reference(value: object) -> msgspec.msgpack.Ext:
    if isinstance(value, Values):
        return msgspec.msgpack.Ext(1, bytes(16))
    raise NotImplementedError
