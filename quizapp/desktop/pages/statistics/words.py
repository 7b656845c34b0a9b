"""What each statistic says, in a sentence or two; and the titles. Knows no Qt."""

from collections.abc import Callable
from datetime import date
from math import isnan

from quizapp.desktop.pages.statistics.model import Statistic
from quizapp.study.statistics.attempts import Attempts
from quizapp.study.statistics.concepts import ConceptStrength
from quizapp.study.statistics.forecast import Forecast
from quizapp.study.statistics.hardest import Hard
from quizapp.study.statistics.memory import Bin, Spread
from quizapp.study.statistics.retention import Retention
from quizapp.study.statistics.review_days import ReviewDays
from quizapp.study.statistics.time_spent import TimeSpent
from quizapp.wording import Wording
from quizapp.wording.lengths import length_words
from quizapp.wording.percent import percent_words

WriteDate = Callable[[date], str]

_MONTHS_FROM, _MONTH, _YEAR = 60, 30.4, 365
"""Days: from how many on one says months, and what a month and a year have."""


def title(statistic: Statistic, wording: Wording) -> str:
    """Return what stands above a statistic."""
    titles = {
        Statistic.REVIEWS: wording.say("Reviews per day"),
        Statistic.FORECAST: wording.say("What falls due"),
        Statistic.RETENTION: wording.say("How much you still knew"),
        Statistic.TIME: wording.say("Time spent"),
        Statistic.WEAKEST: wording.say("Weakest concepts"),
        Statistic.CONCEPTS: wording.say("Strength of concepts"),
        Statistic.HARDEST: wording.say("Hardest items"),
        Statistic.ATTEMPTS: wording.say("Attempts until passing"),
        Statistic.STABILITY: wording.say("How long items stay known"),
        Statistic.DIFFICULTY: wording.say("How hard items are for you"),
    }
    return titles[statistic]


def review_days_words(days: ReviewDays, wording: Wording, written: WriteDate) -> str:
    """Say how much was reviewed in the year, and for how many days in a row."""
    if not days.reviews:
        return wording.say("There was no review in the last year.")
    reviews = wording.say_many("{count} review", "{count} reviews", days.reviews)
    active = wording.say_many("{count} day", "{count} days", days.active)
    return wording.paragraph(
        wording.say("In the last year you did {reviews} on {days}.", reviews=reviews, days=active),
        wording.say("The most were {count} on {date}.", count=days.busiest.reviews, date=written(days.busiest.day)),
        _streak_words(days, wording),
    )


def _streak_words(days: ReviewDays, wording: Wording) -> str:
    longest = wording.say_many("{count} day", "{count} days", days.longest)
    if not days.streak:
        return wording.say("Your longest streak is {longest}.", longest=longest)
    streak = wording.say_many("{count} day", "{count} days", days.streak)
    if days.streak == days.longest:
        return wording.say("Your streak is {streak}, the longest so far.", streak=streak)
    return wording.say("Your streak is {streak}; the longest was {longest}.", streak=streak, longest=longest)


def forecast_words(forecast: Forecast, wording: Wording) -> str:
    """Say how much is due and how much will be."""
    if not forecast.overdue and not forecast.coming:
        return wording.say("Nothing comes back within 30 days.")
    overdue = wording.say_many("{count} item is overdue.", "{count} items are overdue.", forecast.overdue)
    return wording.paragraph(
        overdue if forecast.overdue else wording.say("Nothing is overdue."),
        wording.say(
            "{today} fall due today, {coming} within 30 days, if you review nothing meanwhile.",
            today=forecast.today,
            coming=forecast.coming,
        ),
    )


def retention_words(retention: Retention, wording: Wording) -> str:
    """Say how much was known against the aim, and how sure that is."""
    known = retention.known
    if not known.of:
        return wording.say("Nothing has come back a day or more after you learnt it, so there is nothing to measure.")
    reviews = wording.say_many("{count} review", "{count} reviews", known.of)
    low, high = known.interval()
    return wording.paragraph(
        wording.say(
            "You knew {share} of {reviews}; the aim is {aim}.",
            share=percent_words(known.value, wording),
            reviews=reviews,
            aim=percent_words(retention.desired, wording),
        ),
        wording.say(
            "With so many, the true share lies between {low} and {high}.",
            low=percent_words(low, wording),
            high=percent_words(high, wording),
        ),
        _against_aim(retention, wording),
    )


def _against_aim(retention: Retention, wording: Wording) -> str:
    low, high = retention.known.interval()
    if low > retention.desired:
        return wording.say("That is more than you aim at: items could come back later.")
    if high < retention.desired:
        return wording.say("That is less than you aim at: items come back too late for you.")
    return wording.say("That fits the aim.")


def time_words(time: TimeSpent, wording: Wording) -> str:
    """Say how long was learnt, and how long on a day."""
    if not time.seconds:
        return wording.say("No time was spent in this period.")
    return wording.say(
        "You spent {total} on {days}, {each} on each of them.",
        total=length_words(time.seconds, wording),
        days=wording.say_many("{count} day", "{count} days", time.active_days),
        each=length_words(time.seconds / max(1, time.active_days), wording),
    )


def stability_words(spread: Spread, wording: Wording) -> str:
    """Say how long half of the items would be known."""
    if not spread.items:
        return wording.say("No item was rated yet.")
    items = wording.say_many("{count} item", "{count} items", spread.items)
    if spread.median < 1:
        return wording.say("Half of your {items} are still so new that you would forget them within days.", items=items)
    return wording.say(
        "Half of your {items} would still be known with 90 % after {time} or more without a review.",
        items=items,
        time=days_words(spread.median, wording),
    )


def difficulty_words(spread: Spread, wording: Wording) -> str:
    """Say how hard half of the items are."""
    if not spread.items:
        return wording.say("No item was rated yet.")
    return wording.say(
        "From 1 (easy) to 10 (hard), half of your {items} are at {median} or less.",
        items=wording.say_many("{count} item", "{count} items", spread.items),
        median=f"{spread.median:.1f}",
    )


def edge_words(one: Bin, wording: Wording) -> str:
    """Return what stands below a bar of stability: from when on, "30 d"."""
    if one.low == 0:
        return wording.say("< {days} d", days=round(one.high or 1))
    if one.low < _MONTHS_FROM:
        return wording.say("{days} d", days=round(one.low))
    if one.low < _YEAR:
        return wording.say("{months} mo", months=round(one.low / _MONTH))
    return wording.say("{years} y", years=round(one.low / _YEAR))


def span_words(one: Bin, wording: Wording) -> str:
    """Return what a bar of stability holds: "1 month to 2 months"."""
    if one.high is None:
        return wording.say("{time} or more", time=days_words(one.low, wording))
    if one.low == 0:
        return days_words(0, wording)
    return wording.say("{low} to {high}", low=days_words(one.low, wording), high=days_words(one.high, wording))


def days_words(days: float, wording: Wording) -> str:
    """Return a length in days as one says it."""
    if isnan(days) or days < 1:
        return wording.say("less than a day")
    if days < _MONTHS_FROM:
        return wording.say_many("{count} day", "{count} days", round(days))
    if days < _YEAR:
        return wording.say_many("{count} month", "{count} months", round(days / _MONTH))
    return wording.say_many("{count} year", "{count} years", round(days / _YEAR))


def concepts_words(concepts: tuple[ConceptStrength, ...], wording: Wording) -> str:
    """Say how many concepts were begun and how well they are known."""
    begun = [concept for concept in concepts if concept.begun]
    if not begun:
        return wording.say("No concept was begun yet.")
    mean = sum(concept.strength for concept in begun) / len(begun)
    return wording.say(
        "You have begun {begun} of {all}; what you began in them you would know now with {share} on average.",
        begun=len(begun),
        all=wording.say_many("{count} concept", "{count} concepts", len(concepts)),
        share=percent_words(mean, wording),
    )


def weakest_words(concepts: tuple[ConceptStrength, ...], wording: Wording) -> str:
    """Say which concept is the weakest."""
    if not concepts:
        return wording.say("No concept that you began is weak now.")
    return wording.say(
        "“{concept}” is what you would forget first: you know it with {share} now.",
        concept=concepts[0].title.read(wording.language),
        share=percent_words(concepts[0].strength, wording),
    )


def hardest_words(items: tuple[Hard, ...], name: str, wording: Wording) -> str:
    """Say which item is the hardest, by its name."""
    if not items:
        return wording.say("In this period you knew every item.")
    if items[0].lapses:
        lapses = wording.say_many("once", "{count} times", items[0].lapses)
        return wording.say("You learnt “{item}” and forgot it again {times}.", item=name, times=lapses)
    return wording.say(
        "You have not forgotten what you had learnt. “{item}” needed the most tries to be learnt.", item=name
    )


def attempts_words(attempts: Attempts, wording: Wording) -> str:
    """Say how many exercises passed, and how many at once."""
    if not attempts.exercises:
        return wording.say("No exercise was tried in this period.")
    at_once = attempts.counted().get(1, 0)
    tried = wording.say_many("{count} exercise", "{count} exercises", len(attempts.exercises))
    return wording.paragraph(
        wording.say(
            "Of {tried} that you tried you passed {passed}, {at_once} of them at the first attempt.",
            tried=tried,
            passed=len(attempts.passed),
            at_once=at_once,
        ),
    )
