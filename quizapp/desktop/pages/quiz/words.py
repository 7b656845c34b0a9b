"""What is said of quizzes, in the reader's language. Knows no Qt."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from quizapp.desktop.pages.quiz.model import Came, ResultLine
from quizapp.packs.model import QuestionKind
from quizapp.study.quizzes.choosing import EXERCISE, AskedKind
from quizapp.study.quizzes.quiz import Quiz
from quizapp.wording import Wording


def kind_words(kind: AskedKind, wording: Wording) -> str:
    """Return what a kind of item is called among those to choose from."""
    words = {
        QuestionKind.CHOICE: wording.say("One answer"),
        QuestionKind.MULTIPLE: wording.say("Several answers"),
        QuestionKind.SHAPE: wording.say("Shapes"),
        QuestionKind.NUMBER: wording.say("Numbers"),
        QuestionKind.TEXT: wording.say("Short texts"),
        QuestionKind.ORDER: wording.say("Lines in order"),
        QuestionKind.SPOT: wording.say("The faulty line"),
        QuestionKind.PREDICT: wording.say("What a snippet gives"),
        EXERCISE: wording.say("Exercises"),
    }
    return words.get(kind, kind)


def clock(seconds: float) -> str:
    """Return a time as a clock shows it: "0:07", "12:30", "1:02:03"."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def time_words(used: float, left: float | None, wording: Wording) -> str:
    """Say how much time is left, or without a limit how much is used."""
    # Rounded up: at "0:00" the time is over.
    return clock(used) if left is None else wording.say("{time} left", time=clock(-(-left // 1)))


def limit_words(seconds: float | None, wording: Wording) -> str:
    """Return a time limit as one chooses it."""
    if seconds is None:
        return wording.say("No limit")
    return wording.say_many("{count} minute", "{count} minutes", max(round(seconds / 60), 1))


def fitting_words(fitting: int, count: int, wording: Wording) -> str:
    """Say what there is to ask, as far as it differs from what is wanted."""
    if not fitting:
        return wording.say("Nothing fits: choose more lessons or more kinds.")
    if fitting < count:
        return wording.say_many("There is only {count} that fits.", "There are only {count} that fit.", fitting)
    return wording.say_many("Chosen from {count} that fits.", "Chosen at random from {count} that fit.", fitting)


def chosen_lessons_words(chosen: int, every: int, wording: Wording) -> str:
    """Say how many of the lessons are chosen."""
    if chosen == every:
        return wording.say("All lessons")
    if not chosen:
        return wording.say("No lesson")
    return wording.say("{count} of {total} lessons", count=chosen, total=every)


def chosen_kinds_words(chosen: int, every: int, wording: Wording) -> str:
    """Say how many of the kinds of item are chosen."""
    if chosen == every:
        return wording.say("All kinds")
    if not chosen:
        return wording.say("No kind")
    return wording.say("{count} of {total} kinds", count=chosen, total=every)


def score_words(quiz: Quiz, wording: Wording) -> str:
    """Say how many answers of a quiz are right."""
    return wording.say("{right} of {count} right", right=quiz.right, count=len(quiz.items))


def progress_words(quiz: Quiz, wording: Wording) -> str:
    """Say how far a quiz that is not over has come, and how much time it has used or left."""
    done = wording.say("{done} of {count} answered", done=len(quiz.given), count=len(quiz.items))
    left = None if quiz.limit is None else max(quiz.limit - quiz.used, 0.0)
    return f"{done}  ·  {time_words(quiz.used, left, wording)}"


def taken_words(quiz: Quiz, wording: Wording) -> str:
    """Say how long a quiz took, of how much, and whether its time was up."""
    if quiz.limit is None:
        return wording.say("It took {time}.", time=clock(quiz.used))
    limit = clock(quiz.limit)
    if quiz.is_out_of_time:
        return wording.say("The time was up after {limit}.", limit=limit)
    return wording.say("It took {time} of {limit}.", time=clock(quiz.used), limit=limit)


def counted_words(quiz: Quiz, wording: Wording) -> str:
    """Say whether a quiz counted for the schedule."""
    if quiz.counts:
        return wording.say("Its answers count for the schedule.")
    return wording.say("It left the schedule alone.")


def came_words(came: Came, wording: Wording) -> str:
    """Say how an item came out."""
    words = {
        Came.RIGHT: wording.say("Right"),
        Came.WRONG: wording.say("Not right"),
        Came.OPEN: wording.say("Not answered"),
    }
    return words[came]


def line_title(line: ResultLine, wording: Wording) -> str:
    """Return the title of an item in a result, or that it is gone."""
    if line.item is None:
        return wording.say("No longer in its pack")
    return line.item.title.read(wording.language)


def begun_words(quiz: Quiz, wording: Wording, now: datetime, zone: tzinfo | None = None) -> str:
    """Say when a quiz was begun: "today 09:30", "2026-11-20 21:05"."""
    at, today = quiz.begun_at.astimezone(zone), now.astimezone(zone)
    if at.date() == today.date():
        return wording.say("today at {time}", time=at.strftime("%H:%M"))
    return at.strftime("%Y-%m-%d %H:%M")


def lesson_words(titles: Iterable[str], wording: Wording) -> str:
    """Name the lessons of a quiz: up to three, all for none."""
    named = list(titles)
    if not named:
        return wording.say("All lessons")
    if len(named) <= 3:
        return wording.say(", ").join(named)
    return wording.say_many("{count} lesson", "{count} lessons", len(named))
