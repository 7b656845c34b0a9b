"""The open pack as the Author page knows it: its outline, what was verified, and which of that still counts.

Knows no Qt.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.outline import FolderSeen, ItemLine, path_of
from quizapp.desktop.pages.author.problem_lines import ProblemLine, problem_lines
from quizapp.packs.model import Item, Pack


class Mark(StrEnum):
    """What is known of an item; the value is the icon's name too."""

    NOTHING = ""
    PROBLEM = "warning"  # something in its files can't be read
    FAILS = "cross"  # it does not hold
    HOLDS = "check"


@dataclass(frozen=True)
class OpenPack:
    """What is shown.

    Attributes:
        checked: by the items' paths; an item whose files changed since is not in it.
        last_read: items as they could be read last, by their paths: while one is being rewritten it can't be read.
        pack: as it could be read last.
    """

    outline: FolderSeen
    checked: Mapping[str, ItemChecked] = field(default_factory=dict)
    last_read: Mapping[str, Item] = field(default_factory=dict)
    pack: Pack | None = None

    def problems(self) -> tuple[ProblemLine, ...]:
        """Return everything that is wrong, as far as it is known."""
        return problem_lines(self.outline, self.checked)

    def item(self, path: str) -> Item | None:
        """Return an item as it is, or else as it could be read last."""
        line = self.outline.line(path)
        return line.item if line is not None and line.item is not None else self.last_read.get(path)

    def is_old(self, path: str) -> bool:
        """Tell whether an item can't be read as it is now."""
        line = self.outline.line(path)
        return self.outline.is_read and (line is None or line.item is None)

    def mark(self, line: ItemLine) -> Mark:
        """Return what is known of an item."""
        if line.problems or (self.outline.is_read and line.item is None):
            return Mark.PROBLEM
        found = self.checked.get(line.path)
        if found is None:
            return Mark.NOTHING
        return Mark.FAILS if found.complaints else Mark.HOLDS


def opened(folder: Path) -> OpenPack:
    """Return a folder of which nothing is known yet."""
    return OpenPack(FolderSeen(folder))


def with_outline(before: OpenPack, outline: FolderSeen) -> OpenPack:
    """Return the pack as it was read now; what could be read before is remembered."""
    if not outline.is_read:
        # Only lists so far: what was read before of these items is still the best that is known.
        return before if before.outline.is_read else replace(before, outline=outline)
    if outline.pack is None and not outline.lessons:
        # pack.toml is being written: what it listed before is still there.
        outline = replace(outline, lessons=before.outline.lessons)
    found = {line.path: line.item for lesson in outline.lessons for line in lesson.items if line.item is not None}
    listed = set(outline.paths())
    last_read = {path: item for path, item in {**before.last_read, **found}.items() if path in listed}
    return replace(before, outline=outline, last_read=last_read, pack=outline.pack or before.pack)


def with_changes(before: OpenPack, changed: Iterable[str]) -> OpenPack:
    """Return the pack without what was verified of items whose files are others now."""
    if not before.checked:
        return before
    touched = {_item_of(path) for path in changed}
    kept = {path: found for path, found in before.checked.items() if path not in touched}
    return replace(before, checked=kept)


def with_checked(before: OpenPack, *found: ItemChecked) -> OpenPack:
    """Return the pack with what was found of some items; what was saved meanwhile says something else by now."""
    by_path = {path_of(each.item.id): each for each in found}
    still = {path: each for path, each in by_path.items() if before.item(path) == each.item}
    return replace(before, checked={**before.checked, **still})


def _item_of(path: str) -> str:
    lesson, _, rest = path.partition("/")
    return f"{lesson}/{rest.partition('/')[0].partition('.')[0]}"
