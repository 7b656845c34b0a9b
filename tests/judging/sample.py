"""The smallest observations, exercises and outcomes that judging can be shown."""

from pathlib import Path
from typing import Any

import numpy as np

from quizapp.judging.expectations import Expectations
from quizapp.judging.numbers import CARRIED_AS
from quizapp.packs.model import Check, Exercise, Mistake, Text, Variant
from quizapp.sandbox.messages import Ending, Outcome, Part, RunError
from quizapp.sandbox.observation import (
    ArraySeen,
    Mapping,
    ModuleSeen,
    Observation,
    Real,
    Sequence,
    SubmoduleSeen,
    TensorSeen,
    Truth,
    Values,
    Whole,
    Words,
)


def values(numbers: Any, dtype: str = "float32") -> Values:
    return Values(np.asarray(numbers).astype(CARRIED_AS[dtype]).tobytes())


def tensor(numbers: Any, dtype: str = "float32", **sides: Any) -> TensorSeen:
    return TensorSeen(dtype=dtype, shape=np.shape(numbers), values=values(numbers, dtype), **sides)


def parameter(numbers: Any = (1.0,), *, trains: bool = True, **sides: Any) -> TensorSeen:
    return tensor(numbers, requires_grad=trains, is_parameter=True, type_name="Parameter", **sides)


def array(numbers: Any, dtype: str = "float64") -> ArraySeen:
    return ArraySeen(dtype=dtype, shape=np.shape(numbers), values=values(numbers, dtype))


def module(parameters: dict[str, TensorSeen], **sides: Any) -> ModuleSeen:
    """A module with these parameters; `modes` gives its submodules' training flags."""
    modes = sides.pop("modes", {"": True})
    return ModuleSeen(
        type_name="Net",
        training=True,
        submodules=tuple(SubmoduleSeen(name, "Linear", training) for name, training in modes.items()),
        parameters=tuple(parameters.items()),
        buffers=sides.pop("buffers", ()),
        **sides,
    )


def plain(value: Any) -> Observation:
    """A Python value as the sandbox would see it."""
    if isinstance(value, bool):
        return Truth(value)
    if isinstance(value, int):
        return Whole(str(value))
    if isinstance(value, float):
        return Real(value.hex())
    if isinstance(value, str):
        return Words(value)
    if isinstance(value, dict):
        return Mapping("dict", len(value), tuple((plain(key), plain(item)) for key, item in value.items()))
    return Sequence(type(value).__name__, len(value), tuple(plain(item) for item in value))


def text(words: str) -> Text:
    return Text("en", {"en": words})


def mistake(name: str, code: str = "", uses: tuple[str, ...] = (), lacks: tuple[str, ...] = ()) -> Mistake:
    return Mistake(name=name, code=code, feedback=text(f"why {name}"), uses=uses, lacks=lacks)


def exercise(*checks: Check, variants: tuple[str, ...] = ("default",), **sides: Any) -> Exercise:
    return Exercise(
        id="pack/lesson/item",
        folder=Path("item"),
        title=text("title"),
        prompt=text("prompt"),
        starter="",
        solution=sides.pop("solution", "pass"),
        checks=checks,
        variants=tuple(Variant(name=name) for name in variants),
        **sides,
    )


def expectations(*, torch: str = "2.13.0", **observations: Observation) -> Expectations:
    """What the solution left behind in the variant `default`, by name."""
    return Expectations(torch, {"default": observations})


def finished(**observations: Observation) -> Outcome:
    return Outcome(ending=Ending.FINISHED, observations=observations)


def raised(part: Part, **observations: Observation) -> Outcome:
    error = RunError(part=part, type_name="RuntimeError", message="no such shape\nand more", line=4)
    return Outcome(ending=Ending.RAISED, observations=observations, error=error)
