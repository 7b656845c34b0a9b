"""What the Author page says, in the reader's language. Knows no Qt."""

from typing import Final

from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.outline import ItemLine, LessonLine
from quizapp.desktop.pages.author.problem_lines import ProblemLine
from quizapp.desktop.pages.author.state import Mark, OpenPack
from quizapp.desktop.pages.learn.model import kind_of
from quizapp.desktop.pages.learn.words import kind_word
from quizapp.packs.model import Item
from quizapp.wording import Wording
from quizapp.wording.inline import without_marks
from quizapp.wording.percent import percent_words

LONGEST_CODE: Final = 160
"""Characters of a line of a wrong program."""

MOST_CODE: Final = 8
"""Lines in which a wrong program differs that are shown."""


def lesson_words(lesson: LessonLine, wording: Wording) -> str:
    """Say what a screen reader says of a lesson's line."""
    title = lesson.title.read(wording.language) if lesson.title is not None else lesson.slug
    count = wording.say_many("{count} item", "{count} items", len(lesson.items))
    return ", ".join(part for part in (title, count, problem_count(lesson.problems, wording)) if part)


def line_words(line: ItemLine, known: Item | None, mark: Mark, wording: Wording) -> str:
    """Say what a screen reader says of an item's line, and what is shown when the mouse rests on it."""
    kind = f"{kind_word(kind_of(known), wording)}: " if known is not None else ""
    title = known.title.read(wording.language) if known is not None else line.slug
    return ", ".join(part for part in (f"{kind}{title}", line.path, mark_word(mark, wording)) if part)


def mark_word(mark: Mark, wording: Wording) -> str:
    """Say what a mark means."""
    words = {
        Mark.NOTHING: "",
        Mark.PROBLEM: wording.say("can't be read as it is"),
        Mark.FAILS: wording.say("does not hold"),
        Mark.OUTDATED: wording.say("changed; record it again"),
        Mark.HOLE: wording.say("holds, but wrong programs may pass"),
        Mark.HOLDS: wording.say("verified"),
    }
    return words[mark]


def problem_count(count: int, wording: Wording) -> str:
    """Say how many problems there are, "" for none."""
    return wording.say_many("{count} problem", "{count} problems", count) if count else ""


def problem_text(line: ProblemLine, wording: Wording) -> str:
    """Return a line of the list of problems: where, what is wrong, and how a wrong program differs."""
    changed = line.survivor
    code = (
        []
        if changed is None
        else [*(f"- {each}" for each in changed.removed), *(f"+ {each}" for each in changed.added)]
    )
    return "\n".join((line.place, without_marks(wording.sentence(line.says)), *code))


def problem_tip(line: ProblemLine, wording: Wording) -> str:
    """Say what to do about a problem."""
    if line.survivor is None:
        return wording.say("Open the file at this place")
    return wording.say(
        "What passes though it should not is a hole in the checks: add a check that it fails. If it does what is"
        " asked after all, mark it in exercise.toml: [[equivalent]], its attack = …, and why = …"
    )


def strength_words(found: ItemChecked | None, wording: Wording) -> str:
    """Say how the checks of an exercise stood their attacks; "" where nothing is known of that."""
    if found is None or found.strength is None:
        return ""
    strength = found.strength
    attacks, marked = strength.caught + len(strength.survivors), len(strength.equivalent)
    parts = []
    if attacks:
        parts.append(
            wording.say(
                "Strength of its checks: {percent}, {caught} of {all} attacks are caught.",
                percent=percent_words(strength.caught / attacks, wording),
                caught=strength.caught,
                all=attacks,
            )
        )
    else:
        parts.append(wording.say("There was nothing to attack."))
    if marked:
        parts.append(
            wording.say_many("{count} more is marked as equivalent.", "{count} more are marked as equivalent.", marked)
        )
    return wording.paragraph(*parts)


def problems_heading(state: OpenPack | None, count: int, wording: Wording) -> str:
    """Say above the list of problems how many there are."""
    if state is None or not state.outline.is_read:
        return wording.say("The pack is being read…")
    return problem_count(count, wording) or wording.say("No problems")


def pack_words(state: OpenPack, wording: Wording) -> str:
    """Say how much there is of the open pack."""
    items = wording.say_many("{count} item", "{count} items", len(state.outline.paths()))
    if state.pack is None:
        return items
    version = wording.say("Version {version}", version=state.pack.version)
    return f"{version}  ·  {items}"
