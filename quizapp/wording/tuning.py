"""What another tuning of the scheduler costs, changes and is worth, in sentences."""

from quizapp.fitting.choosing import FITTED_SHARE
from quizapp.fitting.effect import Effect
from quizapp.fitting.fit import Fit
from quizapp.fitting.workload import USUAL_RETENTION, workload
from quizapp.study.model import Tuning
from quizapp.wording.percent import percent_words
from quizapp.wording.speech import Wording

_CLEARLY_MANY = 10


def retention_sentence(retention: float, tuning: Tuning, wording: Wording) -> str:
    """Say what a retention means and what it costs, compared with the usual one."""
    count = round(retention * 100)
    meaning = wording.say("Of 100 items that come back, some {count} should still be known.", count=count)
    cost = _cost(retention, tuning, wording)
    return wording.say("{first} {second}", first=meaning, second=cost) if cost else meaning


def _cost(retention: float, tuning: Tuning, wording: Wording) -> str:
    times, usual = workload(retention, tuning), percent_words(USUAL_RETENTION, wording)
    if percent_words(retention, wording) == usual:
        return ""
    if times >= 1:
        return wording.say("Takes about {times} times as many reviews as {usual}.", times=_figure(times), usual=usual)
    return wording.say(
        "Takes about {share} of the reviews that {usual} does; that more is forgotten and learnt again is not counted.",
        share=percent_words(max(0.01, times), wording),
        usual=usual,
    )


def _figure(number: float) -> str:
    return f"{number:.1f}" if number < _CLEARLY_MANY else f"{number:.0f}"


def effect_sentence(effect: Effect, wording: Wording) -> str:
    """Say what a tuning would change in the schedule."""
    if not effect.items:
        return wording.say("No due date would move.")
    moved = wording.say_many(
        "{count} item comes back at another time, by {days} days on average ({sooner} sooner, {later} later).",
        "{count} items come back at another time, by {days} days on average ({sooner} sooner, {later} later).",
        effect.items,
        days=_figure(effect.mean_days),
        sooner=effect.sooner,
        later=effect.items - effect.sooner,
    )
    due = wording.say("{first} {second}", first=moved, second=_due_sentence(effect.more_due, wording))
    return wording.say("{first} {second}", first=due, second=_load_sentence(effect, wording))


def _load_sentence(effect: Effect, wording: Wording) -> str:
    before, after = _figure(effect.a_day_before), _figure(effect.a_day_after)
    if before == after:
        return wording.say("What you have learnt still makes about {count} reviews a day.", count=after)
    return wording.say(
        "What you have learnt makes about {after} reviews a day instead of {before}.", after=after, before=before
    )


def _due_sentence(more: int, wording: Wording) -> str:
    if more == 0:
        return wording.say("As many are due now as before.")
    if more > 0:
        return wording.say_many("{count} more is due now.", "{count} more are due now.", more)
    return wording.say_many("{count} fewer is due now.", "{count} fewer are due now.", -more)


def fit_sentences(fit: Fit, wording: Wording) -> tuple[str, ...]:
    """Say what came of a fit: the verdict, the two losses, what they mean and what they were measured on."""
    verdict = (
        wording.say("The new parameters predict better what you know.")
        if fit.is_better
        else wording.say("The new parameters are no better than those in use, so these stay.")
    )
    losses = wording.say(
        "Log loss before: {before}, after: {after}.", before=_loss(fit.later.before), after=_loss(fit.later.after)
    )
    meaning = wording.say("Less is better: it tells how far the predicted chance was from what you then knew.")
    return verdict, losses, meaning, _basis(fit, wording)


def _basis(fit: Fit, wording: Wording) -> str:
    measured = wording.say(
        "Fitted to the earlier {share} of your reviews, measured on the {count} later ones, which it did not see.",
        share=percent_words(FITTED_SHARE, wording),
        count=f"{fit.later.ratings:,}",
    )
    if fit.chosen == fit.of:
        return measured
    drawn = wording.say("{chosen} of {of} ratings were used.", chosen=f"{fit.chosen:,}", of=f"{fit.of:,}")
    return wording.say("{first} {second}", first=measured, second=drawn)


def _loss(loss: float) -> str:
    return f"{loss:.3f}"
