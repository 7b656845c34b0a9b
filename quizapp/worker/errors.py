"""Exceptions as plain data: the learner's line, and a traceback without our own frames."""

import os
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from traceback import FrameSummary, TracebackException, walk_tb
from typing import Final

import quizapp
from quizapp.sandbox.messages import LEARNER_FILE, Part, RunError
from quizapp.sandbox.observation import ErrorSeen
from quizapp.sandbox.text import encodable, readable

GIVEN_FILE: Final = "given.py"
INPUTS_FILE: Final = "<inputs>"
PROBE_FILE: Final = "<probe>"
OBSERVE_FILE: Final = "<observe>"
HIDDEN_FILES: Final = frozenset({INPUTS_FILE, PROBE_FILE, OBSERVE_FILE})

_MOST_CHARACTERS: Final = 2000
_MOST_TRACEBACK: Final = 8000
_MOST_CHAINED: Final = 8
_OWN_FOLDER: Final = str(Path(quizapp.__file__).parent) + os.sep
_LIBRARY_FOLDERS: Final = tuple(
    sorted({sysconfig.get_path(name) + os.sep for name in ("purelib", "platlib", "stdlib")}, key=len, reverse=True)
)
_name_of_type = type.__dict__["__name__"].__get__
_bases_of_type = type.__dict__["__mro__"].__get__


def type_name(kind: type) -> str:
    """Return the class's own name, whatever its metaclass says, short and fit to show."""
    return readable(encodable(_name_of_type(kind)[:120])).replace("\n", " ")


def describe_error(error: BaseException, part: Part) -> RunError:
    """Say what ended a part of the program."""
    is_syntax = isinstance(error, SyntaxError) and error.filename in (LEARNER_FILE, None)
    return RunError(
        part=part,
        type_name=type_name(type(error)),
        message=message_of(error),
        bases=bases_of(error),
        line=_whole(getattr(error, "lineno", None)) if is_syntax else learner_line(error),
        column=_whole(getattr(error, "offset", None)) if is_syntax else None,
        end_column=_whole(getattr(error, "end_offset", None)) if is_syntax else None,
        traceback=_traceback_text(error),
        errno=_whole(getattr(error, "errno", None)) if isinstance(error, OSError) else None,
    )


def see_error(error: BaseException, missing: str | None = None) -> ErrorSeen:
    """Return an exception as an observation."""
    return ErrorSeen(
        type_name=type_name(type(error)),
        message=message_of(error),
        bases=bases_of(error),
        missing=missing,
        line=learner_line(error),
    )


def message_of(error: BaseException) -> str:
    """Return `str(error)`, cut; an exception may raise when it is asked."""
    try:
        # A SyntaxError's text names its file and line as well, which stand beside it.
        said = error.msg if isinstance(error, SyntaxError) else error
        return encodable(str(said)[:_MOST_CHARACTERS])
    except BaseException as again:
        return f"(its text can't be had: {type_name(type(again))})"


def bases_of(error: BaseException) -> tuple[str, ...]:
    """Return the names of its classes, its own first, up to Exception or BaseException."""
    return tuple(type_name(kind) for kind in _bases_of_type(type(error))[:20] if kind is not object)


def learner_line(error: BaseException) -> int | None:
    """Return the last line of the learner's code that the exception passed through."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == LEARNER_FILE]
    return lines[-1] if lines else None


def raised_directly_in(error: BaseException, file: str) -> bool:
    """Tell whether the exception comes from that file's own code, not from something that it called."""
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    return bool(frames) and frames[-1].f_code.co_filename == file


def shorten_path(file: str) -> str:
    """Return a library's file as one would import it: `torch/nn/modules/linear.py`."""
    return next((file[len(folder) :] for folder in _LIBRARY_FOLDERS if file.startswith(folder)), file)


def _whole(value: object) -> int | None:
    return value if type(value) is int and 0 < value < 1 << 31 else None


def _traceback_text(error: BaseException) -> str:
    """Return the traceback as Python prints it, without our frames and with short paths."""
    try:
        told = TracebackException(type(error), error, error.__traceback__, compact=True)
        for one in _chain(told):
            one.stack[:] = [_with_short_path(frame) for frame in one.stack if is_shown(frame.filename)]
        text = encodable("".join(told.format()))
    except BaseException as again:
        return f"(the traceback can't be had: {type_name(type(again))})"
    return text if len(text) <= _MOST_TRACEBACK else "…" + text[-_MOST_TRACEBACK:]


def _chain(told: TracebackException) -> Iterator[TracebackException]:
    """Yield the exception, those that caused it and those in its group; cut the chain where it gets long."""
    waiting = [told]
    for _ in range(_MOST_CHAINED):
        if not waiting:
            return
        one = waiting.pop(0)
        yield one
        waiting += [other for other in (one.__cause__, one.__context__, *(one.exceptions or ())) if other is not None]
    for one in waiting:
        one.__cause__ = one.__context__ = one.exceptions = None
        one.stack.clear()


def is_shown(file: str) -> bool:
    """Tell whether a file is the learner's or a library's: neither ours, nor the instructor's hidden code."""
    return file not in HIDDEN_FILES and not file.startswith((_OWN_FOLDER, "<frozen "))


def _with_short_path(frame: FrameSummary) -> FrameSummary:
    frame.filename = shorten_path(frame.filename)
    return frame
