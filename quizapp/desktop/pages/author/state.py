"""The open pack as the Author page knows it: its outline, what was verified, and which of that still counts.

Knows no Qt.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from quizapp.classroom.languages import pack_languages
from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.outline import FolderSeen, ItemLine, path_of
from quizapp.desktop.pages.author.problem_lines import ProblemLine, problem_lines
from quizapp.desktop.pages.author.programs import JSON_NAME, NUMBERS_NAME, Recorded, is_same_program
from quizapp.packs.model import Exercise, Item, Pack


class Mark(StrEnum):
    """What is known of an item; the value is the icon's name too."""

    NOTHING = ""
    PROBLEM = "warning"  # something in its files can't be read
    FAILS = "cross"  # it does not hold
    OUTDATED = "record"  # its program is another than the one that was recorded
    HOLE = "hole"  # it holds, but a wrong program passes its checks too
    HOLDS = "check"


@dataclass(frozen=True)
class OpenPack:
    """What is shown.

    Attributes:
        checked: by the items' paths; an item whose files changed since is not in it.
        changed: items that were verified by the last job, and are others by now.
        last_read: items as they could be read last, by their paths: while one is being rewritten it can't be read.
        recorded: exercises as they were when their expectations were last known to be theirs.
        outdated: exercises whose programs are others now; only what changed since the folder was opened is known.
        languages: in which any text of the pack is, its own first.
        pack: as it could be read last.
    """

    outline: FolderSeen
    checked: Mapping[str, ItemChecked] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    last_read: Mapping[str, Item] = field(default_factory=dict)
    recorded: Mapping[str, Recorded] = field(default_factory=dict)
    outdated: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ()
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
        if found is not None and found.complaints:
            return Mark.FAILS
        if line.path in self.outdated:
            return Mark.OUTDATED
        if found is None:
            return Mark.NOTHING
        return Mark.HOLE if found.survivors or found.is_unattacked else Mark.HOLDS


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
    read = replace(
        before,
        outline=outline,
        last_read=last_read,
        languages=outline.languages or before.languages,
        pack=outline.pack or before.pack,
    )
    return _with_recorded_as_read(_without_others(before, read))


def with_changes(before: OpenPack, changed: Mapping[str, int | None]) -> OpenPack:
    """Return the pack without what was verified of items whose files are others now.

    Args:
        before: the pack as it was known.
        changed: when each file was written, in ns since the epoch, None for one that is gone; by their paths.
    """
    files = {file: _item_of(file) for file in changed}
    # The numbers are written with the file that names their digest, and that one may be noticed late.
    recorded = {path for file, path in files.items() if file == f"{path}/{JSON_NAME}"}
    others = {path for file, path in files.items() if file not in (f"{path}/{JSON_NAME}", f"{path}/{NUMBERS_NAME}")}
    written = {path: changed[f"{path}/{JSON_NAME}"] for path in recorded}
    judged = {path: found.recorded for path, found in before.checked.items()}
    known = {path: each.written for path, each in before.recorded.items()}
    # Whoever else wrote expectations ran what was there then: it is looked at when it is read.
    news = _unlike(written, known)
    kept = {path: each for path, each in before.recorded.items() if path not in news}
    return replace(_without(before, others | _unlike(written, judged)), recorded=kept)


def _unlike(written: Mapping[str, int | None], known: Mapping[str, int | None]) -> set[str]:
    """Return the exercises whose expectations were written at another time than is known."""
    return {path for path, time in written.items() if time is None or time != known.get(path)}


def with_checked(before: OpenPack, *found: ItemChecked) -> OpenPack:
    """Return the pack with what was found of some items; what was saved meanwhile says something else by now."""
    by_path = {path_of(each.item.id): each for each in found}
    still = {path: each for path, each in by_path.items() if before.item(path) == each.item}
    right = [
        Recorded(each.item, each.recorded)
        for each in still.values()
        if isinstance(each.item, Exercise) and not each.complaints
    ]
    read = replace(
        before, checked={**before.checked, **still}, changed=before.changed | (by_path.keys() - still.keys())
    )
    return with_recorded(read, right)


def with_recorded(before: OpenPack, recorded: Iterable[Recorded]) -> OpenPack:
    """Return the pack with the knowledge that what is stored of these exercises is theirs, as they are here."""
    now = {path_of(each.exercise.id): each for each in recorded}
    return _with_recorded_as_read(replace(before, recorded={**before.recorded, **now})) if now else before


def forget_changed(before: OpenPack) -> OpenPack:
    """Return the pack as a job begins: what changed before that is no news any more."""
    return replace(before, changed=frozenset()) if before.changed else before


def _without(before: OpenPack, paths: Iterable[str]) -> OpenPack:
    """Return the pack without what was verified of some items."""
    gone = before.checked.keys() & set(paths)
    if not gone:
        return before
    kept = {path: found for path, found in before.checked.items() if path not in gone}
    return replace(before, checked=kept, changed=before.changed | gone)


def _without_others(before: OpenPack, read: OpenPack) -> OpenPack:
    """Return the pack without what was verified of items that are others by what other files say of them."""
    if before.pack is not None and read.pack is not None and _frame(before.pack) != _frame(read.pack):
        return _without(read, read.checked)
    return _without(read, [path for path, found in read.checked.items() if read.item(path) != found.item])


def _frame(pack: Pack) -> object:
    """Return what verifying asks of the pack for every item."""
    return pack_languages(pack), pack.concepts


def _with_recorded_as_read(read: OpenPack) -> OpenPack:
    """Return the pack with what is now known of programs that are others than those that were recorded."""
    lines = (line for lesson in read.outline.lessons for line in lesson.items)
    exercises = {line.path: line.item for line in lines if isinstance(line.item, Exercise)}
    recorded = {**{path: Recorded(exercise) for path, exercise in exercises.items()}, **read.recorded}
    outdated = (path for path, exercise in exercises.items() if not is_same_program(exercise, recorded[path].exercise))
    return replace(read, recorded=recorded, outdated=frozenset(outdated))


def _item_of(path: str) -> str:
    lesson, _, rest = path.partition("/")
    return f"{lesson}/{rest.partition('/')[0].partition('.')[0]}"
