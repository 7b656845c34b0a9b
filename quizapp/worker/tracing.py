"""Follows the learner's lines while they run: which statement is through, how deep, and when to stop counting.

Python calls us at each line of frames that come from LEARNER_FILE; code of libraries, of the instructor and of our own
runs untraced. What goes wrong here ends the trace, never the program.
"""

import sys
from collections.abc import Callable, Mapping
from types import CodeType, FrameType
from typing import Any, Final, Protocol

from quizapp.sandbox.messages import LEARNER_FILE
from quizapp.worker.statements import Statement

MOST_EVENTS: Final = 10_000
"""Lines that are followed; then tracing is switched off, and the rest runs at full speed."""

_Trace = Callable[[FrameType, str, Any], Any]
_DEEPEST: Final = 150
_IN_STEPS: Final = 0x20 | 0x80 | 0x200  # code of generators and coroutines, which return more than once
_OF_FUNCTION: Final = 0x1
_MODULE: Final = "<module>"
# Bound before the learner's code could replace them.
_set_trace = sys.settrace
_get_trace = sys.gettrace


class Recorder(Protocol):
    """Takes down what the statements made."""

    def passed(self, statement: Statement, frame: FrameType, depth: int) -> None:
        """Take down that a statement is through, in a frame so many functions deep."""

    def returned(self, statement: Statement, value: object, depth: int) -> None:
        """Take down what a `return` gave."""


class Tracer:
    """Follows the learner's code from `begin` to `end`.

    Attributes:
        cut: whether it was switched off before the end.
    """

    def __init__(self, statements: Mapping[int, Statement], recorder: Recorder) -> None:
        self.statements = statements
        self.recorder = recorder
        self.cut = False
        self.depth = 0
        self._left = MOST_EVENTS
        self._is_on = False
        self._global = _only_learners(self._enter)

    def begin(self) -> None:
        """Follow the code that is called from now on, in this thread."""
        self._is_on = True
        _set_trace(self._global)

    def end(self) -> None:
        """Follow nothing any more."""
        self._is_on = False
        # What the learner's code put there instead stays there.
        if _get_trace() is self._global:
            _set_trace(None)

    def count(self) -> None:
        """Count a line; the last one that is allowed ends the trace."""
        self._left -= 1
        if self._left <= 0:
            self.give_up()

    def give_up(self) -> None:
        """End the trace before the program has ended."""
        self.cut = True
        self.end()

    def _enter(self, frame: FrameType) -> Any:
        code = frame.f_code
        if not self._is_on or _is_part_of_a_line(code):
            return None
        try:
            return self._follow(frame, code)
        except BaseException:
            self.give_up()
            return None

    def _follow(self, frame: FrameType, code: CodeType) -> Any:
        is_function = bool(code.co_flags & _OF_FUNCTION)
        self.depth += is_function
        if self.depth > _DEEPEST:
            # Nearer to the recursion limit, the error for reaching it would be ours.
            self.give_up()
            return None
        known = getattr(frame.f_trace, "__self__", None)
        if type(known) is _Followed:
            return known.go_on
        # The body of a class begins at its head, which has run already.
        is_class = not is_function and code.co_name != _MODULE
        head = self.statements.get(code.co_firstlineno) if is_class else None
        return _Followed(self, is_function, head).go_on

    @property
    def is_on(self) -> bool:
        """Whether lines are followed."""
        return self._is_on


def _only_learners(enter: Callable[[FrameType], Any]) -> _Trace:
    """Return what Python calls for each function that begins. Most are a library's: it is made to be left soon."""

    def call(frame: FrameType, _event: str, _arg: object, file: str = LEARNER_FILE) -> Any:
        return enter(frame) if frame.f_code.co_filename == file else None

    return call


class _Followed:
    """One frame: the statement that it is at, which is through once the next one begins."""

    __slots__ = ("_at", "_head", "_is_function", "_tracer")

    def __init__(self, tracer: Tracer, is_function: bool, head: Statement | None) -> None:
        self._head = head
        self._tracer = tracer
        self._is_function = is_function
        self._at: Statement | None = None

    def go_on(self, frame: FrameType, event: str, arg: Any) -> Any:
        tracer = self._tracer
        if not tracer.is_on:
            return None
        try:
            if event == "line":
                self._line(frame, tracer)
            elif event == "return":
                self._leave(frame, arg, tracer)
            elif event == "exception" and not self._goes_on_after(arg[0]):
                self._at = None
        except BaseException:
            tracer.give_up()
        return self.go_on

    def _line(self, frame: FrameType, tracer: Tracer) -> None:
        line, at = frame.f_lineno, self._at
        statement = tracer.statements.get(line)
        if at is not None:
            if statement is at and (at.iterates or at.line != at.end):
                return
            body = at.body
            if body is None or body[0] <= line <= body[1]:
                tracer.recorder.passed(at, frame, tracer.depth)
        self._at = None if statement is self._head else statement
        tracer.count()

    def _leave(self, frame: FrameType, value: object, tracer: Tracer) -> None:
        depth, at = tracer.depth, self._at
        tracer.depth -= self._is_function
        if at is None or (at.waits and frame.f_code.co_flags & _IN_STEPS):
            return
        self._at = None
        if at.returns and self._is_function:
            tracer.recorder.returned(at, value, depth)
        elif at.body is None:
            tracer.recorder.passed(at, frame, depth)

    def _goes_on_after(self, error: type[BaseException]) -> bool:
        """Whether it is the one with which something ends that a comprehension in this statement goes through."""
        return error is StopIteration and self._at is not None and self._at.iterates


def _is_part_of_a_line(code: CodeType) -> bool:
    """Whether it is a comprehension or a lambda: what its line makes is seen where it is written."""
    return code.co_name.startswith("<") and code.co_name != _MODULE
