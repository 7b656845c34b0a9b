"""Puts items into a pack: files beside those that are there, slugs into the lists; nothing is overwritten unasked.

Every item is read back from a trial pack first: one that would be broken is left out and told.
"""

import tempfile
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from quizapp.classroom.exchange.drafts import Item
from quizapp.classroom.exchange.question_files import toml_list, toml_text
from quizapp.classroom.exchange.toml_lists import with_entries
from quizapp.message import Message, message
from quizapp.packs.files import Kind, PackFiles, Source
from quizapp.packs.model import ItemId, Pack
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from quizapp.packs.tables import parse
from quizapp.study.data.places import writing


class Fate(StrEnum):
    """What became of an item."""

    NEW = "new"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Placed(Struct, frozen=True):
    """What came of it: every item that is in the pack now by its id, and what was left out."""

    fates: dict[ItemId, Fate]
    problems: tuple[PackError, ...] = ()

    def written(self) -> tuple[ItemId, ...]:
        """Return the items whose files were written."""
        return tuple(item for item, fate in self.fates.items() if fate is not Fate.UNCHANGED)


def place_items(pack: Pack, items: Iterable[Item], *, replace: bool) -> Placed:
    """Write the items into the pack's folder.

    Args:
        pack: as read; its folder is written to.
        items: no two of one lesson have the same slug.
        replace: whether an item that is there already with another text is overwritten.

    Raises:
        PackError: if pack.toml or a lesson.toml can't be changed.
        OSError: if a file can't be written.
    """
    files = PackFiles(pack.folder)
    fates: dict[ItemId, Fate] = {}
    problems: list[PackError] = []
    chosen: list[Item] = []
    for item in items:
        fate = _fate(files, item, replace=replace)
        if isinstance(fate, Message):
            problems.append(item.origin.problem(fate))
        elif broken := _trial(pack, item):
            problems.append(broken)
        else:
            fates[f"{pack.id}/{item.lesson}/{item.slug}"] = fate
            chosen += [] if fate is Fate.UNCHANGED else [item]
    _write(pack.folder, files, chosen)
    return Placed(fates, tuple(problems))


def _fate(files: PackFiles, item: Item, *, replace: bool) -> Fate | Message:
    base = f"{item.lesson}/{item.slug}"
    if files.kind(item.lesson) not in (None, Kind.FOLDER):
        return message("{lesson} in the pack is no folder; choose another lesson", lesson=item.lesson)
    as_file, as_folder = files.kind(f"{base}.md"), files.kind(base)
    is_exercise = f"{item.slug}.md" not in item.files
    if as_file is None and as_folder is None:
        return Fate.NEW
    if (as_file is not None) == is_exercise or Kind.LINK in (as_file, as_folder):
        return message("{item} is something else in the pack already; rename one of them", item=base)
    if all(_text_of(files, f"{item.lesson}/{path}") == text for path, text in item.files.items()):
        return Fate.UNCHANGED
    if not replace:
        return message(
            "{item} is in the pack already and says something else; say --replace to overwrite it", item=base
        )
    return Fate.REPLACED


def _text_of(files: PackFiles, path: str) -> str | None:
    try:
        return files.read(path).text
    except PackError:
        return None


def _trial(pack: Pack, item: Item) -> PackError | None:
    """Read the item from a pack that holds nothing else; return what is wrong with it, told of where it comes from."""
    with tempfile.TemporaryDirectory(prefix="quizapp-trial-") as folder:
        root = Path(folder)
        _write_file(root / "pack.toml", _trial_pack(pack, item.lesson))
        _write_file(root / item.lesson / "lesson.toml", _new_lesson(item.lesson_title, (item.slug,)))
        for path, text in item.files.items():
            _write_file(root / item.lesson / path, text)
        problems = read_pack(root).problems
    if not problems:
        return None
    return item.origin.problem(problems[0].says)


def _trial_pack(pack: Pack, lesson: str) -> str:
    head = f'format = 1\nid = {toml_text(pack.id)}\nversion = "0"\ntitle = "-"\n'
    return f"{head}language = {toml_text(pack.language)}\nlessons = {toml_list((lesson,))}\n"


def _write(root: Path, files: PackFiles, items: list[Item]) -> None:
    """Write the items' files, and only then the lists that name them."""
    lists: dict[Path, str] = {}
    lessons = {item.lesson: item.lesson_title for item in items}
    for lesson, title in lessons.items():
        slugs = tuple(item.slug for item in items if item.lesson == lesson)
        if files.kind(f"{lesson}/lesson.toml") is None:
            lists[Path(lesson, "lesson.toml")] = _new_lesson(title, slugs)
        else:
            lists |= _listed(files.read(f"{lesson}/lesson.toml"), "items", slugs)
    lists |= _listed(files.read("pack.toml"), "lessons", tuple(lessons))
    for item in items:
        _remove_stale(root / item.lesson / item.slug, item)
    texts = {Path(item.lesson, path): text for item in items for path, text in item.files.items()}
    for path, text in (texts | lists).items():
        _write_file(root / path, text)


def _remove_stale(folder: Path, item: Item) -> None:
    """Take code out of a replaced exercise that the new one doesn't have, and what was recorded of the old one."""
    for name in ("given.py", "probe.py", "expected.json", "expected.safetensors"):
        if f"{item.slug}/{name}" not in item.files:
            (folder / name).unlink(missing_ok=True)


def _listed(source: Source, key: str, slugs: Iterable[str]) -> dict[Path, str]:
    """Return the file's text with those slugs that its list lacks, by its path; nothing if it lacks none."""
    listed = parse(source).data.get(key)
    known = listed if isinstance(listed, list) else []
    fresh = tuple(slug for slug in slugs if slug not in known)
    return {source.path: with_entries(source, key, fresh)} if fresh else {}


def _new_lesson(title: str, slugs: tuple[str, ...]) -> str:
    items = "".join(f"    {toml_text(slug)},\n" for slug in slugs)
    return f"title = {toml_text(title)}\nsummary = {toml_text(title)}\nitems = [\n{items}]\n"


def _write_file(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with writing(path) as written:
        written.write(text.encode("utf-8"))
