"""Tells from a path who handed a file in and for which item; the rules stand in the help of `quizapp grade`."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Final

from msgspec import Struct

from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.message import Message, message
from quizapp.packs.model import Exercise, Item, ItemId
from quizapp.sandbox.text import readable

SEPARATOR: Final = "__"
"""Between a student and the rest, in the name of a file that lies in no folder of theirs."""

_MOODLE_FOLDER: Final = re.compile(r"(.+)_(\d+)_assignsubmission_(?:file|onlinetext)_?")
_MOODLE_FILE: Final = re.compile(r"(.+)_(\d+)_assignsubmission_(?:file|onlinetext)_(.+)")
_CANVAS_FILE: Final = re.compile(r"([^_]+)(?:_LATE)?_(\d+)_\d+_(.+)")
_NO_WORD: Final = re.compile(r"[\W_]+")
_HEADER: Final = re.compile(r"#\s*quizapp:\s*(\S+)\s*")
_HEADER_LINES: Final = 10


class Signed(Struct, frozen=True):
    """A path as its student named it: whose it is, and what of it may tell the item."""

    student: Student
    rest: str


class Unnamed(Exception):
    """What was handed in doesn't tell its item; `says` why."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says


def signed(path: PurePosixPath) -> Signed:
    """Return whose a file is: of the folder it lies in, or else of what stands before `__` in its name.

    Folders as Moodle names them and files as Canvas names them are known too. Paths are relative to the class's.
    """
    whole = readable(str(path))
    first, _, rest = whole.partition("/")
    if rest:
        moodle = _MOODLE_FOLDER.fullmatch(first)
        return Signed(Student(moodle[1], moodle[2]) if moodle else Student(first), rest)
    if moodle := _MOODLE_FILE.fullmatch(first):
        return Signed(Student(moodle[1], moodle[2]), moodle[3])
    if SEPARATOR in first:
        name, _, rest = first.partition(SEPARATOR)
        return Signed(Student(name or first), rest)
    if canvas := _CANVAS_FILE.fullmatch(first):
        return Signed(Student(canvas[1], canvas[2]), canvas[3])
    return Signed(Student(first.rpartition(".")[0] or first), "")


def is_signed(name: str) -> bool:
    """Tell whether the name of a file that lies in no folder says whose it is, beside what it is."""
    return bool(signed(PurePosixPath(name)).rest)


def named_in_path(rest: str, items: Sequence[Item]) -> ItemId:
    """Return the exercise that a path names: by its slug, with the lesson's before it where two share one.

    Case does not count, nor whether `-`, `_`, a blank or `/` stands between words. Where there is only one exercise,
    its name may be missing.

    Raises:
        Unnamed: if none is named, or more than one.
    """
    exercises = [item for item in items if isinstance(item, Exercise)]
    words = as_words(rest)
    named = {item.id: as_words(item.id.partition("/")[2]) for item in exercises}
    whole = [item_id for item_id, name in named.items() if name in words]
    found = whole or [item.id for item in exercises if as_words(item.id.rpartition("/")[2]) in words]
    longest = max((len(as_words(item_id.rpartition("/")[2])) for item_id in found), default=0)
    best = [item_id for item_id in found if len(as_words(item_id.rpartition("/")[2])) == longest]
    if len(best) == 1:
        return best[0]
    if best:
        raise Unnamed(message("Its name fits {items}; put the lesson's name before it.", items=", ".join(best)))
    if len(exercises) == 1:
        return exercises[0].id
    raise Unnamed(message("Its name tells no exercise of the pack; name it LESSON/EXERCISE.py."))


def named_by_word(word: str, items: Sequence[Item]) -> ItemId:
    """Return the item that a tag or a header comment names: LESSON/ITEM, with or without the pack before it.

    Raises:
        Unnamed: if there is no such item.
    """
    for item in items:
        if word in (item.id, item.id.partition("/")[2]):
            return item.id
    raise Unnamed(message("It names {item}, which is no item of this pack.", item=readable(word)))


def header_word(code: str) -> str | None:
    """Return what a comment `# quizapp: LESSON/EXERCISE` among the first lines names, None if there is none."""
    for line in code.splitlines()[:_HEADER_LINES]:
        if found := _HEADER.fullmatch(line.strip()):
            return found[1]
    return None


def as_words(text: str) -> str:
    """Return the words of a text in lower case, with one `-` between them and at both ends."""
    return f"-{_NO_WORD.sub('-', text.casefold()).strip('-')}-"


def without_header(code: str) -> str:
    """Return code without the lines that name its exercise."""
    return "\n".join(line for line in code.splitlines() if not _HEADER.fullmatch(line.strip()))
