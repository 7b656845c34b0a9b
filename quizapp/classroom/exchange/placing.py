"""Puts items into a pack: files beside those that are there, slugs into the lists; nothing is overwritten unasked.

What an author added to an exercise that was brought in before stays, whatever the notebook says now.

Every item is read back from a trial pack first: one that would be broken is left out and told.
"""

import tempfile
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec import Struct

from quizapp.classroom.exchange.drafts import Item
from quizapp.classroom.exchange.handwork import CannotKeep, keep_handwork
from quizapp.classroom.exchange.question_files import toml_list, toml_text
from quizapp.classroom.exchange.toml_lists import with_entries
from quizapp.message import message
from quizapp.packs.files import Kind, PackFiles, Source
from quizapp.packs.model import ItemId, Pack
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from quizapp.packs.tables import parse
from quizapp.whole_files import writing


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
    for brought in items:
        try:
            item, remarks = _with_handwork(files, brought, pack.language)
            fate = _fate(files, item, replace=replace)
            _try_out(pack, brought)
        except PackError as error:
            problems.append(error)
            continue
        fates[f"{pack.id}/{item.lesson}/{item.slug}"] = fate
        if fate is not Fate.UNCHANGED:
            chosen.append(item)
            problems.extend(remarks)
    _write(pack.folder, files, chosen)
    return Placed(fates, tuple(problems))


def _with_handwork(files: PackFiles, item: Item, language: str) -> tuple[Item, tuple[PackError, ...]]:
    """Return an exercise with what its author added to it in the pack, and what there is to say of that.

    Raises:
        PackError: if that can't be told from what was brought in before.
    """
    name = f"{item.slug}/exercise.toml"
    before = _text_of(files, f"{item.lesson}/{name}")
    if before is None or name not in item.files:
        return item, ()
    try:
        kept = keep_handwork(before, item.files[name], language)
    except CannotKeep as error:
        says = message(
            "what was added to {file} by hand would be lost, since it can't be taken apart; mend it or move it away",
            file=f"{item.lesson}/{name}",
        )
        raise item.origin.problem(says) from error
    remarks = tuple(
        item.origin.problem(
            message(
                "{file} has a check of {observe} that is not in the notebook; it is kept, delete it if it is outdated",
                file=f"{item.lesson}/{name}",
                observe=observe,
            )
        )
        for observe in kept.checks
    )
    return msgspec.structs.replace(item, files={**item.files, name: kept.text}), remarks


def _fate(files: PackFiles, item: Item, *, replace: bool) -> Fate:
    """Return what is to become of an item.

    Raises:
        PackError: if it can't be put there, or would overwrite something unasked.
    """
    base = f"{item.lesson}/{item.slug}"
    if files.kind(item.lesson) not in (None, Kind.FOLDER):
        says = message("{lesson} in the pack is no folder; choose another lesson", lesson=item.lesson)
        raise item.origin.problem(says)
    as_file, as_folder = files.kind(f"{base}.md"), files.kind(base)
    is_exercise = f"{item.slug}.md" not in item.files
    if as_file is None and as_folder is None:
        return Fate.NEW
    if (as_file is not None) == is_exercise or Kind.LINK in (as_file, as_folder):
        raise item.origin.problem(
            message("{item} is something else in the pack already; rename one of them", item=base)
        )
    if all(_text_of(files, f"{item.lesson}/{path}") == text for path, text in item.files.items()):
        return Fate.UNCHANGED
    if not replace:
        raise item.origin.problem(
            message("{item} is in the pack already and says something else; say --replace to overwrite it", item=base)
        )
    return Fate.REPLACED


def _text_of(files: PackFiles, path: str) -> str | None:
    try:
        return files.read(path).text
    except PackError:
        return None


def _try_out(pack: Pack, item: Item) -> None:
    """Read the item from a pack that holds nothing else.

    Raises:
        PackError: if something is wrong with it, told of where it comes from.
    """
    with tempfile.TemporaryDirectory(prefix="quizapp-trial-") as folder:
        root = Path(folder)
        lesson = {"lesson.toml": _new_lesson(item.lesson_title, (item.slug,)), **item.files}
        texts = {
            "pack.toml": _trial_pack(pack, item.lesson),
            **{f"{item.lesson}/{path}": lesson[path] for path in lesson},
        }
        for path, text in texts.items():
            # Nobody reads it after a loss of power, so nothing waits for the disk.
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(text.encode("utf-8"))
        problems = read_pack(root).problems
    if problems:
        raise item.origin.problem(problems[0].says)


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
