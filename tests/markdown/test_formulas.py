import pytest

from quizapp.markdown import PlacedFormula
from quizapp.markdown.formulas import MARGIN, draw_formula, place_formula


def placed(tex: str, *, available: float = 600, display: bool = False) -> PlacedFormula:
    found = place_formula(tex, 16.0, 8.0, "#111111", available, display=display)
    assert found is not None
    return found


def baseline_from_the_middle(formula: PlacedFormula) -> float:
    return formula.top + MARGIN + formula.formula.ascent - formula.height / 2


def test_a_formula_below_the_line_is_padded_so_that_the_baselines_meet() -> None:
    formula = placed(r"\frac{a}{b_i}")

    assert formula.centred
    # QTextDocument puts the picture's middle a quarter of the x-height, which is 8 here, above the baseline.
    assert baseline_from_the_middle(formula) == pytest.approx(2)


def test_a_formula_that_stands_on_the_line_needs_no_padding() -> None:
    formula = placed(r"\mathbb{R}^n")

    assert not formula.centred
    assert formula.height - formula.formula.ascent < 3


def test_a_formula_has_whole_pixels() -> None:
    formula = placed(r"\sum_{t=0}^T \gamma^t r_t", display=True)

    assert (formula.width, formula.height) == (int(formula.width), int(formula.height))
    assert formula.width >= formula.formula.width


def test_a_formula_that_is_too_wide_is_scaled_to_the_page() -> None:
    formula = placed("+".join("abcdefgh" * 8), available=300, display=True)

    assert formula.scale < 1
    assert formula.width <= 303


def test_qt_can_draw_it_because_it_has_no_symbols() -> None:
    assert b"<symbol" not in placed(r"\frac{a}{a}").formula.svg


@pytest.mark.parametrize("tex", ["", "{", r"\left(", r"\unknown", r"\begin{matrix}", "{" * 500])
def test_a_formula_that_cannot_be_read_is_none(tex: str) -> None:
    assert draw_formula(tex, 16.0, "#111111", display=False) is None
