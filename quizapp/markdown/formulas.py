"""Formulas in TeX, drawn as SVG by ziamath, and where they stand on a line of text."""

import math
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache, partial
from types import ModuleType

MARGIN = 1.0
"""Pixels that ziamath leaves free around a formula."""

MAXIMUM_LENGTH = 2000
"""Characters; a longer formula is shown as it is written."""

_STIX_X_HEIGHT = 0.45
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True)
class Formula:
    """A drawn formula: SVG, and its extent around the baseline in pixels, without the margin."""

    svg: bytes
    width: float
    ascent: float
    descent: float


@dataclass(frozen=True)
class PlacedFormula:
    """A formula in a picture of whole pixels that stands right on its line.

    Attributes:
        width, height: of the picture.
        top: where the formula's box begins in it; scale: what the formula is drawn at (1 unless it was too wide).
        centred: the picture's middle belongs a quarter of the small letters' height above the baseline, else its foot
            stands on the baseline.
    """

    tex: str
    formula: Formula
    width: int
    height: int
    top: float
    scale: float
    centred: bool


@lru_cache(maxsize=1)
def _ziamath() -> ModuleType:
    with warnings.catch_warnings():
        # It finds its font by a way that Python has deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        import ziamath

    # Qt's SVG is Tiny 1.2 without <symbol>: the default output draws nothing.
    ziamath.config.svg2 = False  # type: ignore[attr-defined]
    ziamath.config.precision = 2  # type: ignore[attr-defined]
    return ziamath


@lru_cache(maxsize=1024)
def draw_formula(tex: str, size: float, colour: str, *, display: bool) -> Formula | None:
    """Draw a formula.

    Returns:
        None if it can't be read or has characters that the font lacks: show it as it is written.
    """
    if len(tex) > MAXIMUM_LENGTH or _CJK.search(tex):
        return None
    ziamath = _ziamath()
    try:
        drawn = ziamath.Latex(tex, size=size, color=colour, inline=not display, margin=MARGIN)
        width, height = drawn.getsize()
        below = -drawn.getyofst()
        # An unknown command is not an error to ziamath, it prints the command.
        if not _is_drawable(width, height, below) or _has_unknown_command(drawn.mathml):
            return None
        return Formula(drawn.svg().encode(), width, height - below, below)
    except Exception:  # It raises what it meets: AssertionError, KeyError, IndexError, ParseError, RecursionError …
        return None


def _is_drawable(*lengths: float) -> bool:
    return all(math.isfinite(length) and abs(length) < 20_000 for length in lengths) and lengths[0] > 0


def _has_unknown_command(mathml: object) -> bool:
    elements = mathml.iter()  # type: ignore[attr-defined]
    return any(element.tag == "mi" and (element.text or "").startswith("\\") for element in elements)


@lru_cache(maxsize=1024)
def place_formula(
    tex: str, size: float, x_height: float, colour: str, available: float, *, display: bool
) -> PlacedFormula | None:
    """Draw a formula to go with text of this size and say where it stands; None if it can't be read."""
    matching = size * min(max(x_height / size / _STIX_X_HEIGHT, 1.0), 1.25)
    formula = draw_formula(tex, round(matching * (1.08 if display else 1.0), 1), colour, display=display)
    if formula is None:
        return None
    scale = min(1.0, available / (formula.width + 2 * MARGIN))
    place = partial(PlacedFormula, tex, formula, math.ceil(formula.width * scale + 2 * MARGIN), scale=scale)
    ascent, descent = formula.ascent * scale + MARGIN, formula.descent * scale + MARGIN
    if display:
        return place(height=math.ceil(ascent + descent), top=0.0, centred=False)
    if formula.descent < 1:
        return place(height=math.ceil(ascent), top=math.ceil(ascent) - ascent, centred=False)
    # That is where QTextDocument centres a picture; room above or below makes the baselines meet.
    half = x_height / 2
    height = math.ceil(max(2 * ascent - half, 2 * descent + half))
    return place(height=height, top=(height + half) / 2 - ascent, centred=True)
