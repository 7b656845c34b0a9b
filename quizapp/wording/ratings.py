"""What the four ratings are called, and how long something takes to come back, as short as it can be said."""

from datetime import timedelta

from quizapp.study.model import Rating
from quizapp.wording.speech import Wording


def rating_name(rating: Rating, wording: Wording) -> str:
    """Return what a rating is called."""
    if rating is Rating.AGAIN:
        return wording.say("Again")
    if rating is Rating.HARD:
        return wording.say("Hard")
    return wording.say("Good") if rating is Rating.GOOD else wording.say("Easy")


def interval_words(interval: timedelta, wording: Wording) -> str:
    """Return a span of time as short as it can be said: "10 min", "4 d"."""
    minutes = interval.total_seconds() / 60
    if minutes < 1:
        return wording.say("< 1 min")
    if round(minutes) < 60:
        return wording.say_many("{count} min", "{count} min", round(minutes))
    if round(minutes / 60) < 24:
        return wording.say_many("{count} h", "{count} h", round(minutes / 60))
    days = minutes / 1440
    if round(days) < 60:
        return wording.say_many("{count} d", "{count} d", round(days))
    if days < 365:
        return wording.say_many("{count} month", "{count} months", round(days / 30.4))
    return wording.say("{years} y", years=f"{days / 365.25:.1f}".removesuffix(".0"))
