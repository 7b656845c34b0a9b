"""What the Author page shows of a pack's folder: its lessons and items in order, also those that can't be read.

Knows no Qt.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quizapp.classroom.languages import texts_of
from quizapp.packs.files import PackFiles
from quizapp.packs.model import Item, Lesson, Pack, Text
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from quizapp.packs.tables import parse


@dataclass(frozen=True)
class ItemLine:
    """One item of a lesson's list.

    Attributes:
        path: lesson and slug, as in `freezing/typo`.
        item: None where it can't be read, or is not read yet.
        problems: how many there are in its files.
    """

    path: str
    item: Item | None = None
    problems: int = 0

    @property
    def slug(self) -> str:
        """The item's own part of its path."""
        return self.path.partition("/")[2]


@dataclass(frozen=True)
class LessonLine:
    """One lesson of the pack's list; `problems` counts those of the lesson's own file, not those of its items."""

    slug: str
    items: tuple[ItemLine, ...]
    title: Text | None = None
    problems: int = 0


@dataclass(frozen=True)
class FolderSeen:
    """A pack's folder at one moment.

    Attributes:
        pack: None where pack.toml can't be used, or as long as only the lists are read.
        languages: in which any text of the pack is, its own first.
        is_read: the items are read, not only the lists of their names.
    """

    folder: Path
    lessons: tuple[LessonLine, ...] = ()
    pack: Pack | None = None
    problems: tuple[PackError, ...] = ()
    is_read: bool = False
    languages: tuple[str, ...] = ()

    def line(self, path: str) -> ItemLine | None:
        """Return the line of the item at this path, or None."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, ItemLine]:
        return {line.path: line for lesson in self.lessons for line in lesson.items}

    def paths(self) -> tuple[str, ...]:
        """Return the path of every item, in order."""
        return tuple(line.path for lesson in self.lessons for line in lesson.items)


def list_items(folder: Path) -> FolderSeen:
    """Read which lessons and items the folder's lists name, and nothing else: at once, however large the pack is."""
    files = PackFiles(folder)
    lessons = _names(files, "pack.toml", "lessons")
    lines = tuple(
        LessonLine(
            lesson, tuple(ItemLine(f"{lesson}/{slug}") for slug in _names(files, f"{lesson}/lesson.toml", "items"))
        )
        for lesson in lessons
    )
    return FolderSeen(folder, lines)


def see_folder(folder: Path) -> FolderSeen:
    """Read the whole pack; slow, and never an exception: what is wrong stands in the outline's `problems`."""
    listed = list_items(folder)
    try:
        reading = read_pack(folder)
    except PackError as error:
        return FolderSeen(folder, _with_problems(listed.lessons, (error,)), None, (error,), is_read=True)
    found = {lesson.id: lesson for lesson in reading.pack.lessons}
    lessons = tuple(_filled(line, found.get(line.slug)) for line in listed.lessons)
    return FolderSeen(
        folder,
        _with_problems(lessons, reading.problems),
        reading.pack,
        reading.problems,
        is_read=True,
        languages=languages_of(reading.pack),
    )


def languages_of(pack: Pack) -> tuple[str, ...]:
    """Return every language in which any text of the pack is, its own first."""
    texts = [pack.title, *(text for lesson in pack.lessons for text in (lesson.title, lesson.summary))]
    found = {language for text in texts for language in text.by_language}
    found.update(language for item in pack.items() for _, text in texts_of(item) for language in text.by_language)
    return (pack.language, *sorted(found - {pack.language}))


def item_path_of(problem: Path) -> str:
    """Return the path of the item that a file of the pack belongs to; that of the lesson or "" for files above."""
    parts = problem.as_posix().split("/")
    if len(parts) < 2 or parts[1] == "lesson.toml":
        return parts[0] if len(parts) > 1 else ""
    return f"{parts[0]}/{parts[1].split('.')[0]}"


def path_of(item_id: str) -> str:
    """Return the path of the item with this id."""
    return item_id.partition("/")[2]


def _names(files: PackFiles, path: str, key: str) -> tuple[str, ...]:
    try:
        found = parse(files.read(path)).data.get(key)
    except PackError:
        return ()
    names = found if isinstance(found, list) else []
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str)))


def _filled(line: LessonLine, lesson: Lesson | None) -> LessonLine:
    items = {item.id.rpartition("/")[2]: item for item in lesson.items} if lesson is not None else {}
    lines = tuple(ItemLine(each.path, items.get(each.slug)) for each in line.items)
    return LessonLine(line.slug, lines, lesson.title if lesson is not None else None)


def _with_problems(lessons: tuple[LessonLine, ...], problems: Iterable[PackError]) -> tuple[LessonLine, ...]:
    count: dict[str, int] = {}
    listed = {line.path for lesson in lessons for line in lesson.items}
    for problem in problems:
        path = item_path_of(problem.path)
        path = path if path in listed else path.partition("/")[0]
        count[path] = count.get(path, 0) + 1
    return tuple(
        LessonLine(
            lesson.slug,
            tuple(ItemLine(line.path, line.item, count.get(line.path, 0)) for line in lesson.items),
            lesson.title,
            count.get(lesson.slug, 0),
        )
        for lesson in lessons
    )
