"""The figures of a large tensor."""

import numpy as np
import pytest

from quizapp.desktop.widgets.inspector.summary_model import BINS, BLOCK, summarise, summary_of
from quizapp.desktop.widgets.inspector.summary_words import figures, summary_text
from quizapp.wording import Wording


def test_the_figures_are_those_of_numpy() -> None:
    numbers = np.random.default_rng(0).normal(size=3 * BLOCK + 5).astype(np.float32)
    summary = summary_of(numbers)
    counts, _ = np.histogram(numbers, BINS)

    assert (summary.least, summary.greatest) == (float(numbers.min()), float(numbers.max()))
    assert summary.mean == pytest.approx(float(numbers.mean(dtype=np.float64)))
    assert summary.deviation == pytest.approx(float(numbers.std(ddof=1, dtype=np.float64)))
    assert np.abs(np.array(summary.histogram) - counts).max() <= 2
    assert sum(summary.histogram) == numbers.size


def test_what_is_not_finite_is_counted_and_left_out() -> None:
    summary = summary_of(np.array([0.0, 1.0, np.nan, np.inf, -np.inf]))

    assert (summary.finite, summary.zeros, summary.nans, summary.infinities) == (2, 1, 1, 2)
    assert (summary.mean, summary.is_whole) == (0.5, True)


def test_it_comes_block_by_block() -> None:
    seen = [summary.seen for summary in summarise(np.zeros(2 * BLOCK + 1))]

    assert seen[:3] == [BLOCK, 2 * BLOCK, 2 * BLOCK + 1]


@pytest.mark.parametrize("numbers", [np.zeros(0), np.full(4, np.nan), np.full(4, 2.0), np.array([True, False])])
def test_odd_tensors_have_a_summary_too(numbers: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> None:
    assert summary_of(numbers).is_whole


def test_the_text_has_every_figure_and_a_coarse_histogram() -> None:
    lines = summary_text(summary_of(np.arange(64.0)), Wording("en")).splitlines()

    assert lines[:3] == ["min: 0.0", "max: 63.0", "mean: 31.5"]
    assert lines[-1] == "8 numbers from 55.12 to 63.0"


def test_a_figure_that_is_still_being_worked_out_is_an_ellipsis() -> None:
    first = next(summarise(np.zeros(2 * BLOCK)))

    assert dict(figures(first, Wording("en")))["std"] == "…"
