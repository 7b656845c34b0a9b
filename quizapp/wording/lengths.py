"""Lengths of time, as short as they can be said."""

from quizapp.wording.speech import Wording


def length_words(seconds: float, wording: Wording) -> str:
    """Return a length of time: "45 s", "12 min", "3 h 20 min"; anything above 0 is at least a second."""
    if 0 < seconds < 59.5:
        return wording.say("{seconds} s", seconds=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return wording.say("{minutes} min", minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if rest == 0 or hours >= 100:
        return wording.say("{hours} h", hours=round(minutes / 60))
    return wording.say("{hours} h {minutes} min", hours=hours, minutes=rest)
