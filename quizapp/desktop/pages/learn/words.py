"""What the Learn page says of lessons and items, in the reader's language. Knows no Qt."""

from quizapp.desktop.pages.learn.model import ItemLine, Kind, LessonState, Mark
from quizapp.study.model import Progress
from quizapp.wording import Wording


def kind_word(kind: Kind, wording: Wording) -> str:
    """Return the name of an item's kind."""
    words = {
        Kind.CARD: wording.say("Card"),
        Kind.QUESTION: wording.say("Question"),
        Kind.EXERCISE: wording.say("Exercise"),
    }
    return words[kind]


def mark_word(line: ItemLine, wording: Wording) -> str:
    """Say how far the learner is with an item."""
    if line.mark is Mark.LEARNT:
        return wording.say("Passed") if line.kind is Kind.EXERCISE else wording.say("Learnt")
    words = {
        Mark.NEW: wording.say("New"),
        Mark.STARTED: wording.say("In progress"),
        Mark.DUE: wording.say("Due"),
        Mark.AWAY: wording.say("Buried or suspended"),
    }
    return words[line.mark]


def progress_words(progress: Progress, due: int, wording: Wording) -> str:
    """Say how far a lesson is: what is learnt, what is begun and not yet learnt, and how much of both is due."""
    said = [wording.say("{learnt} of {total} learnt", learnt=progress.learnt, total=progress.total)]
    under_way = progress.begun - progress.learnt
    if under_way > 0:
        said.append(wording.say_many("{count} in progress", "{count} in progress", under_way))
    if due:
        said.append(wording.say_many("{count} of these due", "{count} of these due", due))
    return "  ·  ".join(said)


def count_words(lesson: LessonState, wording: Wording) -> str:
    """Say how many items a lesson has, and how far the learner is with them where that is known."""
    if lesson.is_read:
        return progress_words(lesson.progress, lesson.due, wording)
    return wording.say_many("{count} item", "{count} items", lesson.progress.total)
