"""Puts a row of the table into words."""

from typing import Final

from quizapp.classroom.grading.judged import ANSWERED, NOT_JUDGED
from quizapp.classroom.grading.table import MISSING, UNUSABLE, TableRow
from quizapp.message import Message, message
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Ending
from quizapp.wording import Wording
from quizapp.wording.grading import finding_sentences, graded_sentence

OUTCOMES: Final[dict[str, Message]] = {
    MISSING: message("nothing handed in"),
    UNUSABLE: message("can't be used"),
    NOT_JUDGED: message("not judged"),
    ANSWERED: message("answered"),
    Ending.FINISHED: message("ran to its end"),
    Ending.RAISED: message("raised an exception"),
    Ending.TIMED_OUT: message("never came to an end"),
    Ending.OUT_OF_MEMORY: message("too much memory"),
    Ending.CRASHED: message("crashed"),
    Ending.TOO_MUCH_OUTPUT: message("printed too much"),
    Ending.REFUSED: message("tried what is forbidden"),
    Ending.UNREADABLE: message("result unreadable"),
    Ending.ENDED_EARLY: message("left Python"),
}


def outcome_words(row: TableRow, wording: Wording) -> str:
    """Return a row's outcome in two or three words."""
    if row.judged is not None and row.judged.is_starter:
        return wording.say("starter unchanged")
    if row.outcome == Ending.FINISHED and not row.passed:
        return wording.say("checks fail")
    return wording.sentence(OUTCOMES[row.outcome])


def row_sentence(row: TableRow, wording: Wording) -> str:
    """Say in one sentence how a row came about."""
    if row.problem is not None:
        return wording.sentence(row.problem)
    if row.judged is None:
        return wording.say("Nothing was handed in.")
    if row.outcome == NOT_JUDGED:
        return wording.say(
            "Judging itself failed ({reason}). Look at the code, and run the command again.", reason=row.judged.detail
        )
    if not isinstance(row.item, Exercise):
        return wording.say("The answer is right.") if row.passed else wording.say("The answer is wrong.")
    if row.judged.is_starter:
        return wording.say("The starter as it was given out.")
    return graded_sentence(row.judged.verdict(row.item), row.item, wording)


def row_details(row: TableRow, wording: Wording) -> list[str]:
    """Return what was found in code that does not pass: its mistake's feedback, else the first few differences."""
    if row.judged is None or row.passed or row.outcome == NOT_JUDGED or not isinstance(row.item, Exercise):
        return []
    verdict = row.judged.verdict(row.item)
    if verdict.mistake is not None:
        return [verdict.mistake.feedback.read(wording.language)]
    return finding_sentences(verdict, row.item, wording)
