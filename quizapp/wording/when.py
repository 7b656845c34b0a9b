"""Points in time to come, as one says them."""

from datetime import datetime, timedelta

from quizapp.wording import Wording


def when_words(moment: datetime, now: datetime, wording: Wording) -> str:
    """Say when `moment` is, seen from `now`: "in 20 minutes", "today at 18:30", "tomorrow", "in 4 days".

    Both are aware; days are those of `now`'s time zone.
    """
    ahead, there = moment - now, moment.astimezone(now.tzinfo)
    if ahead <= timedelta(minutes=1):
        return wording.say("in a minute")
    if ahead < timedelta(hours=1):
        return wording.say_many("in {count} minute", "in {count} minutes", round(ahead / timedelta(minutes=1)))
    days = (there.date() - now.date()).days
    if days == 0:
        return wording.say("today at {time}", time=there.strftime("%H:%M"))
    if days == 1:
        return wording.say("tomorrow")
    return wording.say_many("in {count} day", "in {count} days", days)
