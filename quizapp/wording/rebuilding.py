"""What is said while the schedule is derived from the journal once more."""

from quizapp.wording.speech import Wording


def rebuilding_words(wording: Wording, share: float | None = None) -> str:
    """Return what goes on, and how far it is where that is known: `share` of 1."""
    if share is None:
        return wording.say("Making the schedule anew")
    return wording.say("Making the schedule anew: {percent} %", percent=int(100 * share))
