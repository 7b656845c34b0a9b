"""Puts a row of the table into words."""

from typing import Final

from quizapp.classroom.grading.judges.judged import ANSWERED, NOT_JUDGED
from quizapp.classroom.grading.results.table import MISSING, UNUSABLE, TableRow
from quizapp.judging.verdict import Verdict
from quizapp.message import Message, message
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Ending, Part, RunError
from quizapp.wording import Wording
from quizapp.wording.grading import finding_sentences, graded_sentence
from quizapp.wording.outcomes import error_words

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
    if (error := _no_python(row)) is not None:
        return wording.say("can't be read as Python: line {line}", line=error.line)
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
    if (error := _no_python(row)) is not None:
        return wording.say("It can't be read as Python: line {line}: {what}", line=error.line, what=error_words(error))
    return graded_sentence(row.judged.verdict(row.item), row.item, wording)


def row_feedback(row: TableRow, wording: Wording) -> str:
    """Return what the author says of the mistake in code that does not pass, in Markdown; "" if none is known."""
    verdict = _failed(row)
    mistake = verdict.mistake if verdict is not None else None
    return "" if mistake is None else mistake.feedback.read(wording.language)


def row_findings(row: TableRow, wording: Wording) -> list[str]:
    """Return the first few differences that were found in code that does not pass and holds no known mistake."""
    verdict = _failed(row)
    if verdict is None or verdict.mistake is not None or not isinstance(row.item, Exercise):
        return []
    return finding_sentences(verdict, row.item, wording)


def _failed(row: TableRow) -> Verdict | None:
    if row.judged is None or row.passed or row.outcome == NOT_JUDGED or not isinstance(row.item, Exercise):
        return None
    return row.judged.verdict(row.item)


def _no_python(row: TableRow) -> RunError | None:
    """Return where code stops being Python, None if it is; only an error in reading it has a column."""
    error = None if row.judged is None else row.judged.error
    is_syntax = error is not None and error.part is Part.CODE and error.column is not None and error.line is not None
    return error if is_syntax else None
