"""What is wrong with the open pack, in one list: what can't be read, then what does not hold. Knows no Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.outline import FolderSeen, item_path_of, path_of
from quizapp.message import Message
from quizapp.packs.model import Exercise, Item

MOST_LINES: Final = 300
"""Nobody reads more, and a list of long lines takes long to be laid out."""


@dataclass(frozen=True)
class ProblemLine:
    """One thing to mend.

    Attributes:
        file: relative to the pack's folder. line: in it, from 1, where one is to blame.
        place: what stands before the sentence: file, line, key.
        path: the item that it is about, or the lesson, or "" for the pack.
    """

    file: Path
    line: int | None
    place: str
    says: Message
    path: str


def problem_lines(outline: FolderSeen, checked: Mapping[str, ItemChecked]) -> tuple[ProblemLine, ...]:
    """Return everything that is wrong; `checked` is by the items' paths."""
    unread = [
        ProblemLine(problem.path, problem.line, problem.place(), problem.says, item_path_of(problem.path))
        for problem in outline.problems
    ]
    failing = [line for path in outline.paths() if path in checked for line in _complaints(path, checked[path])]
    return (*unread, *failing)


def of_item(lines: Sequence[ProblemLine], path: str) -> tuple[ProblemLine, ...]:
    """Return the problems of one item."""
    return tuple(line for line in lines if line.path == path)


def file_of(item: Item) -> Path:
    """Return an item's main file, relative to the pack's folder."""
    path = path_of(item.id)
    return Path(f"{path}/exercise.toml") if isinstance(item, Exercise) else Path(f"{path}.md")


def _complaints(path: str, checked: ItemChecked) -> tuple[ProblemLine, ...]:
    file = file_of(checked.item)
    return tuple(ProblemLine(file, None, path, says, path) for says in checked.complaints)
