"""What is wrong with the open pack, in one list: what can't be read, what does not hold, what passes and should not.

Knows no Qt.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.outline import FolderSeen, item_path_of, path_of
from quizapp.message import Message, message
from quizapp.packs.model import Exercise, Item

if TYPE_CHECKING:
    # Only an annotation: what makes attacks brings NumPy with it.
    from quizapp.classroom.attacks.attack import Attack

MOST_LINES: Final = 300
"""Nobody reads more, and a list of long lines takes long to be laid out."""

UNATTACKED: Final = message("Its checks could not be attacked: the solution is too deeply nested.")


class Sort(StrEnum):
    """What sort of problem it is; the value is the icon's name too."""

    UNREAD = "warning"
    FAILS = "cross"
    HOLE = "hole"


@dataclass(frozen=True)
class ProblemLine:
    """One thing to mend.

    Attributes:
        file: relative to the pack's folder. line: in it, from 1, where one is to blame.
        place: what stands before the sentence: file, line, key.
        path: the item that it is about, or the lesson, or "" for the pack.
        survivor: the wrong program that passes; its difference from the solution stands under the sentence.
    """

    file: Path
    line: int | None
    place: str
    says: Message
    path: str
    sort: Sort = Sort.UNREAD
    survivor: "Attack | None" = None


def problem_lines(outline: FolderSeen, checked: Mapping[str, ItemChecked]) -> tuple[ProblemLine, ...]:
    """Return everything that is wrong; `checked` is by the items' paths."""
    unread = [
        ProblemLine(problem.path, problem.line, problem.place(), problem.says, item_path_of(problem.path))
        for problem in outline.problems
    ]
    found = [(path, checked[path]) for path in outline.paths() if path in checked]
    failing = [line for path, each in found for line in _complaints(path, each)]
    holes = [line for path, each in found for line in _holes(path, each)]
    return (*unread, *failing, *holes)


def of_item(lines: Sequence[ProblemLine], path: str) -> tuple[ProblemLine, ...]:
    """Return the problems of one item."""
    return tuple(line for line in lines if line.path == path)


def file_of(item: Item) -> Path:
    """Return an item's main file, relative to the pack's folder."""
    path = path_of(item.id)
    return Path(f"{path}/exercise.toml") if isinstance(item, Exercise) else Path(f"{path}.md")


def _complaints(path: str, checked: ItemChecked) -> tuple[ProblemLine, ...]:
    file = file_of(checked.item)
    return tuple(ProblemLine(file, None, path, says, path, Sort.FAILS) for says in checked.complaints)


def _holes(path: str, checked: ItemChecked) -> Iterator[ProblemLine]:
    solution = f"{path}/solution.py"
    if checked.is_unattacked:
        yield ProblemLine(Path(solution), None, solution, UNATTACKED, path, Sort.HOLE)
    for attack in checked.survivors:
        place, says = f"{solution}:{attack.line}", message("This wrong program passes the checks:")
        yield ProblemLine(Path(solution), attack.line, place, says, path, Sort.HOLE, attack)
