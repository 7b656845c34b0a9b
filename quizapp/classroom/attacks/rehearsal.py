"""Runs the solution once and notes what its functions were handed and gave: attacks are made for what is there."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct, field

from quizapp.classroom.attacks.source import Function, Source
from quizapp.judging.bindings import names_bound_by
from quizapp.packs.model import Exercise
from quizapp.practice import limits_of, program_for
from quizapp.sandbox.messages import Ending
from quizapp.sandbox.observation import ErrorSeen, Observation, Sequence
from quizapp.sandbox.sandbox import Sandbox

_WATCH: Final = """

def _watched(function, first):
    import functools

    @functools.wraps(function)
    def call(*args, **kwargs):
        value = function(*args, **kwargs)
        if not first:
            first.update(args=args, value=value)
        return value

    return call


_first_calls = {}
"""
"""What follows the solution in a rehearsal."""


class Call(Struct, frozen=True):
    """What a function was handed when it was first called, by the names of its arguments, and what it gave."""

    arguments: dict[str, Observation]
    value: Observation


class Rehearsal(Struct, frozen=True):
    """What was seen of the solution at work on the first variant; empty if it did not come to its end.

    Attributes:
        calls: by a function's name, as `Source.functions` gives it; one that nobody called is not there.
        names: what the names of its top level, and of what is given, stand for in the end.
        own: those names that the solution itself binds.
        seconds: how long the run took.
    """

    calls: dict[str, Call] = field(default_factory=dict)
    names: dict[str, Observation] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    seconds: float = 0.0


def rehearse(exercise: Exercise, source: Source, sandbox: Sandbox) -> Rehearsal:
    """Run the solution with an eye on its functions."""
    functions = {name: function for name, function in source.functions() if not _is_special(function)}
    own, variant = names_bound_by(exercise.solution), exercise.variants[0]
    names = tuple(dict.fromkeys((*own, *variant.inputs, *names_bound_by(exercise.given))))
    watched = exercise.solution + _WATCH + "".join(_watching(name) for name in functions)
    observe = (*names, *(expression for name in functions for expression in _seen_of(name)))
    outcome = sandbox.run(program_for(exercise, variant, watched, observe), limits_of(exercise))
    if outcome.ending is not Ending.FINISHED:
        return Rehearsal(seconds=outcome.seconds)
    seen: dict[str, Observation] = {
        name: value for name, value in outcome.observations.items() if not isinstance(value, ErrorSeen)
    }
    return Rehearsal(
        calls=dict(_calls(functions, seen)),
        names={name: seen[name] for name in names if name in seen},
        own=tuple(name for name in own if name in seen),
        seconds=outcome.seconds,
    )


def _calls(functions: dict[str, Function], seen: dict[str, Observation]) -> Iterator[tuple[str, Call]]:
    for name, function in functions.items():
        handed, value = (seen.get(expression) for expression in _seen_of(name))
        if isinstance(handed, Sequence) and value is not None:
            parameters = [argument.arg for argument in function.args.args]
            yield name, Call(dict(zip(parameters, handed.items, strict=False)), value)


def _seen_of(name: str) -> tuple[str, str]:
    """Return the expressions for what a watched function was handed and what it gave."""
    return f"_first_calls[{name!r}]['args']", f"_first_calls[{name!r}]['value']"


def _watching(name: str) -> str:
    return f"_first_calls[{name!r}] = {{}}\n{name} = _watched({name}, _first_calls[{name!r}])\n"


def _is_special(function: Function) -> bool:
    """Tell whether Python itself calls a function, or a decorator made something else of it."""
    return function.name.startswith("__") or bool(function.decorator_list)
