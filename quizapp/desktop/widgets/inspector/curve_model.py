"""A series of numbers: what can be drawn as a curve, and what is said of it. Knows no Qt."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quizapp.judging.numbers import Array, array_of
from quizapp.judging.printing import number_text
from quizapp.sandbox.observation import ArraySeen, Observation, Real, Sequence, TensorSeen, Whole
from quizapp.wording import Wording

DIGITS = 4
STEEP = 100.0
"""Largest over smallest from which a logarithmic scale shows more."""

LARGEST_SHOWN = 1e300
"""Beyond it, drawing would overflow."""


@dataclass(frozen=True)
class Series:
    """Numbers by step; `first_gap` is the first step that is NaN or infinite, None if all are numbers."""

    values: NDArray[np.float64]
    first_gap: int | None = None

    @property
    def finite(self) -> NDArray[np.float64]:
        """The values with NaN wherever there is nothing to draw."""
        return np.where(np.isfinite(self.values) & (np.abs(self.values) < LARGEST_SHOWN), self.values, np.nan)


def is_series(value: Observation) -> bool:
    """Whether a value can be drawn as a curve: two numbers or more in a row."""
    return series_of(value) is not None


def series_of(value: Observation | None) -> Series | None:
    """Return the numbers of a list or a tensor of one dimension; None if it is something else or too short."""
    numbers = _numbers(value)
    if numbers is None or numbers.ndim != 1 or numbers.size < 2 or numbers.dtype.kind not in "fiu":
        return None
    wide = numbers.astype(np.float64)
    gaps = np.flatnonzero(~np.isfinite(wide))
    return Series(wide, int(gaps[0]) if gaps.size else None)


def can_be_logarithmic(*series: Series | None) -> bool:
    """Whether a logarithmic scale is possible, and shows more: all above zero, and far apart."""
    drawn = [one.finite[np.isfinite(one.finite)] for one in series if one is not None]
    numbers = np.concatenate(drawn) if drawn else np.empty(0)
    with np.errstate(all="ignore"):
        return bool(numbers.size and numbers.min() > 0 and numbers.max() / numbers.min() > STEEP)


def nearest_step(series: Series, at: float) -> int:
    """Return the step nearest to a place on the axis."""
    return int(min(max(round(at), 0), series.values.size - 1))


def reading(series: Series, expected: Series | None, step: int, wording: Wording) -> str:
    """Return what is at a step: `step 3: 0.25`, and what was expected there."""
    told = wording.say("step {step}: {value}", step=step, value=number_text(series.values[step], DIGITS))
    if expected is None or step >= expected.values.size:
        return told
    return wording.say("{reading}, expected {value}", reading=told, value=number_text(expected.values[step], DIGITS))


def summary(series: Series, wording: Wording) -> tuple[str, ...]:
    """Return where a series begins, ends and is lowest, and where it has no numbers, as sentences."""
    say, values = wording.say, series.values
    first, last = (number_text(values[at], DIGITS) for at in (0, -1))
    words = [
        wording.say_many(
            "{count} step, from {first} to {last}",
            "{count} steps, from {first} to {last}",
            values.size,
            first=first,
            last=last,
        )
    ]
    if np.isfinite(values).any():
        lowest, highest = int(np.nanargmin(series.finite)), int(np.nanargmax(series.finite))
        words.append(say("lowest {value} at step {step}", value=number_text(values[lowest], DIGITS), step=lowest))
        words.append(say("highest {value} at step {step}", value=number_text(values[highest], DIGITS), step=highest))
    return (*words, *_gaps(series, wording))


def difference(series: Series, expected: Series, wording: Wording) -> str:
    """Return where a series first leaves the expected one by over a hundredth of that one's range, "" if never."""
    if series.values.size != expected.values.size:
        return wording.say_many("expected {count} step", "expected {count} steps", expected.values.size)
    with np.errstate(all="ignore"):
        reach = np.nanmax(expected.finite) - np.nanmin(expected.finite) if np.isfinite(expected.finite).any() else 0.0
        apart = ~np.isclose(series.values, expected.values, rtol=1e-5, atol=max(reach * 0.01, 1e-12), equal_nan=True)
    where = np.flatnonzero(apart)
    return wording.say("leaves the expected curve at step {step}", step=int(where[0])) if where.size else ""


def _gaps(series: Series, wording: Wording) -> tuple[str, ...]:
    if series.first_gap is None:
        return ()
    kind = "NaN" if np.isnan(series.values[series.first_gap]) else "inf"
    if not np.isfinite(series.values[series.first_gap :]).any():
        return (wording.say("{value} from step {step} on", value=kind, step=series.first_gap),)
    count = int((~np.isfinite(series.values)).sum())
    return (
        wording.say_many(
            "{count} step is NaN or infinite, the first is step {step}",
            "{count} steps are NaN or infinite, the first is step {step}",
            count,
            step=series.first_gap,
        ),
    )


def _numbers(value: Observation | None) -> Array | None:
    if isinstance(value, TensorSeen | ArraySeen):
        return array_of(value)
    if not isinstance(value, Sequence) or not value.items:
        return None
    numbers = [_number(item) for item in value.items]
    return None if None in numbers else np.array(numbers, dtype=np.float64)


def _number(value: Observation) -> float | None:
    match value:
        case Real():
            return float.fromhex(value.value)
        case Whole():
            return float(value.value)
        case TensorSeen(shape=()):
            array = array_of(value)
            return None if array is None or array.dtype.kind == "c" else float(array)
        case _:
            return None
