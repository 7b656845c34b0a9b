"""Shares of a whole, in percent."""

from quizapp.wording.speech import Wording


def percent_words(share: float, wording: Wording) -> str:
    """Return a share of 1 in whole percent: "91 %"."""
    return wording.say("{number} %", number=round(100 * share))
