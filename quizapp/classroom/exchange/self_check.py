"""A check of an exercise that needs no quizapp: the probe, and plain assertions made of the stored expectations.

It looks at the first variant, and only at what can be said in a line of torch; what that leaves out is named in it.
Whoever reads it sees the expected values: it is for practice, never for grading.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from quizapp.classroom.exchange.asserted_modules import module_lines
from quizapp.classroom.exchange.asserted_values import Unsaid, plain_lines, tensor_lines
from quizapp.judging.compare import usual_aspects
from quizapp.judging.expectations import Expectations
from quizapp.judging.relations import RELATIONS, are_same, share_memory
from quizapp.packs.model import Aspect, Check, Exercise
from quizapp.sandbox.observation import ArraySeen, ErrorSeen, ModuleSeen, Observation, OptimizerSeen, TensorSeen


class SelfCheck(Struct, frozen=True):
    """Code to run after the learner's, and what it does not look at, as a reader knows it: `mode of net`."""

    code: str
    left_out: tuple[str, ...] = ()


def self_check(exercise: Exercise, expectations: Expectations) -> SelfCheck:
    """Return the assertions of an exercise."""
    variant = exercise.variants[0].name
    seen = expectations.observations[variant]
    lines = ["", exercise.probe.strip("\n")] if exercise.probe.strip() else []
    left_out = [f"{rule.kind.value} {rule.name}" for rule in exercise.rules]
    for number, check in enumerate(exercise.checks):
        lines += ["", *_of_check(check, f"_seen{number}", seen, left_out)]
    code = "\n".join(lines)
    return SelfCheck(f"{_imports(code)}\n{code}", tuple(dict.fromkeys(left_out)))


def _imports(code: str) -> str:
    """Return what the assertions need; numbers that are no numbers are written by name."""
    asked = {
        "import base64\nimport zlib": "zlib.",
        "from math import inf, nan": r"\b(?:inf|nan)\b",
        "import numpy as np": r"\bnp\.",
    }
    found = [statement for statement, name in asked.items() if re.search(name, code)]
    return "\n".join([*found, "import torch"])


def _of_check(check: Check, name: str, seen: dict[str, Observation], left_out: list[str]) -> Iterator[str]:
    expected = seen[check.observe]
    if isinstance(expected, ErrorSeen):
        yield from _raised(check, name, expected)
        return
    yield f"{name} = {check.observe}"
    yield from _relations(check, name, seen, left_out)
    is_relation = check.shares_with is not None or check.same_as is not None
    aspects = tuple(aspect for aspect in check.aspects if not is_relation or aspect not in RELATIONS)
    if aspects or not is_relation:
        for aspect in aspects or usual_aspects(expected):
            try:
                yield from _of_aspect(check, name, expected, aspect)
            except Unsaid:
                left_out.append(f"{aspect.value} of {check.observe}")


def _of_aspect(check: Check, name: str, expected: Observation, aspect: Aspect) -> tuple[str, ...]:
    match expected:
        case TensorSeen() | ArraySeen():
            return tuple(tensor_lines(name, check.observe, expected, aspect, check.tolerance))
        case ModuleSeen():
            return tuple(module_lines(name, check, expected, aspect))
        case OptimizerSeen() if aspect is Aspect.TYPE:
            return (f"assert type({name}).__name__ == {expected.type_name.rpartition('.')[2]!r}",)
        case OptimizerSeen():
            raise Unsaid
    return tuple(plain_lines(name, check.observe, expected, aspect, check))


def _raised(check: Check, name: str, expected: ErrorSeen) -> Iterator[str]:
    """Yield what expects an exception, be it raised or given as a value."""
    kind = expected.type_name.rpartition(".")[2]
    yield "try:"
    yield f"    {name} = {check.observe}"
    yield "except Exception as error:"
    yield f"    {name} = error"
    told = f"{check.observe} should raise {kind}"
    yield f"assert {kind!r} in [each.__name__ for each in type({name}).__mro__], {told!r}"


def _relations(check: Check, name: str, seen: dict[str, Observation], left_out: list[str]) -> Iterator[str]:
    expected = seen[check.observe]
    if check.shares_with is not None:
        wanted = share_memory(expected, seen[check.shares_with])
        tensors = isinstance(expected, TensorSeen) and isinstance(seen[check.shares_with], TensorSeen)
        if wanted is None or not tensors:
            left_out.append(f"sharing of {check.observe}")
        else:
            memory = [f"({each}).untyped_storage().data_ptr()" for each in (name, check.shares_with)]
            told = f"{check.observe} {'must' if wanted else 'must not'} share memory with {check.shares_with}"
            yield f"assert ({memory[0]} == {memory[1]}) is {wanted}, {told!r}"
    if check.same_as is not None:
        wanted = are_same(expected, seen[check.same_as])
        if wanted is None:
            left_out.append(f"identity of {check.observe}")
        else:
            told = f"{check.observe} {'must' if wanted else 'must not'} be the same object as {check.same_as}"
            yield f"assert ({name} is ({check.same_as})) is {wanted}, {told!r}"
