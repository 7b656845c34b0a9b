"""Shapes as you type: when the code is looked at, what came of it, and the step that is shown. Knows no Qt."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeAlias

from quizapp.code_trees import parsed
from quizapp.consent import Unasked
from quizapp.message import SaysError
from quizapp.sandbox.messages import Ending, Outcome, RunError
from quizapp.sandbox.trace import TraceSeen


class Hindrance(StrEnum):
    """Why the last look has nothing to show, as far as the learner should know."""

    NOTHING = "nothing"
    SLOW = "slow"
    BROKE_OFF = "broke_off"


@dataclass(frozen=True)
class LiveState:
    """What is known of the code beside which shapes stand.

    Attributes:
        trace: of the last look that came to its end. error: what ended it before the code's end.
        is_current: the code is still the one that was looked at.
        steps: how many steps of the trace are shown, None for the whole of it.
        is_waiting: a look at the code as it is now is under way, or will be.
        hindrance: why the last look shows nothing new.
    """

    is_on: bool
    trace: TraceSeen | None = None
    error: RunError | None = None
    is_current: bool = False
    is_waiting: bool = False
    steps: int | None = None
    hindrance: Hindrance = Hindrance.NOTHING

    @property
    def step_count(self) -> int:
        """How many steps there are to go through now."""
        return len(self.trace.steps) if self.trace is not None and self.is_current else 0


class Stops(Protocol):
    """What ends a look at once."""

    def stop(self) -> None:
        """End it; harmless if it has ended."""


StartLook: TypeAlias = Callable[[str, Callable[[Outcome | None], None], Callable[[Exception], None]], Stops]


@dataclass(frozen=True)
class LiveEffects:
    """What the model asks for; nothing of it waits.

    Attributes:
        wait: calls `pause_is_over` after a pause, begun anew if one is under way.
        start: looks at code, and hands on what came of it (None if the code is not Python yet), or an exception.
        sandbox_is_ready: tells whether a run would begin without waiting.
    """

    wait: Callable[[], None]
    start: StartLook
    sandbox_is_ready: Callable[[], bool]


class LiveModel:
    """The transitions of `LiveState`; `on_change` hears of each. A look never asks, never complains, never repeats."""

    def __init__(
        self, effects: LiveEffects, on_change: Callable[[LiveState], None], *, is_on: bool, is_held: bool = False
    ) -> None:
        """Begin with no code.

        Args:
            effects: what it asks for.
            on_change: hears of each transition.
            is_on: whether the learner wants shapes.
            is_held: whether they would give away what the exercise asks first; then the first run brings them.
        """
        self.state = LiveState(is_on=is_on)
        self._effects = effects
        self._on_change = on_change
        self._code: str | None = None
        self._looked_at: str | None = None
        self._traced: str | None = None
        self._is_busy = False
        self._is_held = is_held
        self._running: Stops | None = None
        self._number = 0

    def change_code(self, code: str) -> None:
        """The code is another one: what is known is of an older one, and a look at that is over."""
        if code == self._code:
            return
        self._code = code
        self.stop()
        if not self.state.is_on or self._is_held:
            return
        if code == self._traced:
            # What was typed was taken back.
            self._change(is_current=True, is_waiting=False, steps=None, hindrance=Hindrance.NOTHING)
            return
        self._wait(is_current=False, steps=None)

    def set_busy(self, *, is_busy: bool) -> None:
        """A run or a check begins, and a look makes way for it, as does a step back; or it is over."""
        if is_busy == self._is_busy:
            return
        self._is_busy = is_busy
        if is_busy:
            self._is_held = False
            self.stop()
            self._change(steps=None)
        elif self._is_due:
            self._wait()

    def switch(self, *, is_on: bool) -> None:
        """Show shapes from now on, or no more."""
        if is_on == self.state.is_on:
            return
        self.stop()
        self._looked_at = self._traced = None
        self.state = LiveState(is_on=is_on)
        self._on_change(self.state)
        if self._is_due:
            self._wait()

    def pause_is_over(self) -> None:
        """Look at the code, if it is another one than last time and nothing else is under way."""
        if not self._is_due or self._is_busy or self._running is not None:
            return
        if not self._effects.sandbox_is_ready():
            self._effects.wait()
            return
        self._number += 1
        code = self._code or ""
        self._running = self._effects.start(
            code, partial(self._looked, self._number, code), partial(self._could_not, self._number)
        )

    def step_to(self, steps: int) -> None:
        """Show the run as it was after so many steps; past the last one stands the whole run."""
        count = self.state.step_count
        if count:
            self._change(steps=None if steps > count else max(steps, 1))

    def step_by(self, steps: int) -> None:
        """Go on by so many steps, or back by as many if negative."""
        now = self.state.steps
        self.step_to((self.state.step_count + 1 if now is None else now) + steps)

    def stop(self) -> None:
        """End the look that is under way; the next change of the code leads to another."""
        if self._running is not None:
            self._running.stop()
        # What still comes of it comes too late.
        self._running = None
        self._number += 1

    def close(self) -> None:
        """Show nothing more."""
        self._on_change = _ignore
        self._code = None
        self.stop()

    @property
    def _is_due(self) -> bool:
        return self.state.is_on and not self._is_held and self._code not in (None, self._looked_at, self._traced)

    def _wait(self, **changes: object) -> None:
        self._change(is_waiting=True, **changes)
        self._effects.wait()

    def _looked(self, number: int, code: str, outcome: Outcome | None) -> None:
        if number != self._number:
            return
        self._running = None
        self._looked_at = code
        if outcome is None:
            self._change(is_waiting=False)
        elif outcome.trace is None:
            slow = outcome.ending is Ending.TIMED_OUT
            self._change(is_waiting=False, hindrance=Hindrance.SLOW if slow else Hindrance.BROKE_OFF)
        else:
            self._traced = code
            self._change(
                trace=outcome.trace,
                error=outcome.error,
                is_current=True,
                is_waiting=False,
                steps=None,
                hindrance=Hindrance.NOTHING,
            )

    def _could_not(self, number: int, error: Exception) -> None:
        if number != self._number:
            return
        self._running = None
        self._change(is_waiting=False)
        # Once the learner said yes, or the sandbox is back, a run ends: then there is another look.
        if not isinstance(error, Unasked | SaysError):
            self._looked_at = self._code
            raise error

    def _change(self, **changes: object) -> None:
        changed = replace(self.state, **changes)  # type: ignore[arg-type]
        if changed != self.state:
            self.state = changed
            self._on_change(changed)


def can_be_parsed(code: str) -> bool:
    """Tell whether code is Python already, and more than nothing."""
    tree = parsed(code)
    return tree is not None and bool(tree.body)


def _ignore(_state: LiveState) -> None:
    """Show nothing."""
