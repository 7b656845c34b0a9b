"""The figures of a large tensor in words. Knows no Qt."""

from quizapp.desktop.widgets.inspector.summary_model import Summary
from quizapp.judging.printing import number_text
from quizapp.wording import Wording

COARSE = 8
"""Bars that are told as text; each stands for several of the picture's."""

LEAST_SHARE = 0.001


def figures(summary: Summary, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return the figures, each with its name; of what is not known yet, an ellipsis."""
    say = wording.say
    some = summary.finite > 0
    pairs = [
        (say("min"), number_text(summary.least) if some else "–"),
        (say("max"), number_text(summary.greatest) if some else "–"),
        (say("mean"), number_text(summary.mean) if some else "–"),
        (say("std"), number_text(summary.deviation) if summary.is_whole else "…"),
        (say("zeros"), _share(summary.zeros, summary)),
        ("NaN", _share(summary.nans, summary)),
    ]
    if summary.infinities:
        pairs.append(("inf", _share(summary.infinities, summary)))
    return tuple(pairs)


def bar_words(summary: Summary, bar: int, wording: Wording, bars: int = 1) -> str:
    """Return how many numbers are in a bar of the histogram, or in several from it on."""
    width = (summary.greatest - summary.least) / max(1, len(summary.histogram))
    return wording.say_many(
        "{count} number from {low} to {high}",
        "{count} numbers from {low} to {high}",
        sum(summary.histogram[bar : bar + bars]),
        low=number_text(summary.least + bar * width),
        high=number_text(summary.least + (bar + bars) * width),
    )


def summary_text(summary: Summary, wording: Wording) -> str:
    """Return the figures and a coarse histogram as lines of text."""
    lines = [f"{name}: {value}" for name, value in figures(summary, wording)]
    bars = len(summary.histogram) // COARSE
    lines += [bar_words(summary, bar * bars, wording, bars) for bar in range(COARSE if bars else 0)]
    return "\n".join(lines)


def _share(count: int, summary: Summary) -> str:
    if not count or not summary.size:
        return str(count)
    share = count / summary.size
    return f"{count:,} ({share:.1%})" if share >= LEAST_SHARE else f"{count:,} (<{LEAST_SHARE:.1%})"
