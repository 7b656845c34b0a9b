"""Reads a pack's folder into frozen values. What is broken in it is told to its author; the rest works."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.files import PackFiles
from quizapp.packs.lessons import LONGEST_SLUG, SLUG, outline_lesson, read_lesson, slug_problem, too_long
from quizapp.packs.lost import unlisted_lessons
from quizapp.packs.model import Lesson, Pack, Text
from quizapp.packs.needs import settle_needs
from quizapp.packs.outline import Outline
from quizapp.packs.own_modules import read_modules
from quizapp.packs.problems import PackError, as_toml
from quizapp.packs.tables import Table, convert, parse
from quizapp.packs.texts import LANGUAGE, Desk, unheard, written_text
from quizapp.packs.written import WrittenPack

__all__ = ["FORMAT", "PackError", "PackReading", "read_outline", "read_pack"]

FORMAT = 1
"""The format of packs that this version reads."""


class PackReading(Struct, frozen=True):
    """A pack, and everything in its folder that could not be read; in the order of the lessons."""

    pack: Pack
    problems: tuple[PackError, ...] = ()


def read_pack(folder: Path, on_item: Callable[[], None] = unheard) -> PackReading:
    """Read the pack in a folder.

    A broken item or lesson is left out and stands in `problems`.

    Args:
        folder: of pack.toml.
        on_item: called after each item that was looked at; what it raises ends the reading.

    Raises:
        PackError: if pack.toml can't be used, so that there is no pack at all.
    """
    desk, table, written, title = _read_cover(folder, on_item)
    desk.concepts.update(_read_concepts(desk, table, written))
    modules, problems = read_modules(desk.files)
    desk.modules.update(modules)
    desk.problems.extend(problems)
    pack = Pack(
        id=written.id,
        version=written.version,
        title=title,
        folder=folder,
        language=written.language,
        lessons=_read_lessons(desk, table, written),
        authors=tuple(written.authors),
        licence=written.licence,
        concepts=desk.concepts,
    )
    return PackReading(pack, (*desk.problems, *desk.files.problems))


def read_outline(folder: Path) -> Outline:
    """Read what a pack says of itself and which items its lessons list, and nothing that these items say.

    A lesson that can't be read is left out.

    Raises:
        PackError: if pack.toml can't be used, so that there is no pack at all.
    """
    desk, _, written, title = _read_cover(folder)
    slugs = dict.fromkeys(written.lessons)
    lessons = [lesson for slug in slugs if SLUG.fullmatch(slug) and (lesson := outline_lesson(desk, slug))]
    return Outline(
        id=written.id,
        version=written.version,
        title=title,
        folder=folder,
        language=written.language,
        lessons=tuple(lessons),
        authors=tuple(written.authors),
        licence=written.licence,
    )


def _read_cover(folder: Path, on_item: Callable[[], None] = unheard) -> tuple[Desk, Table, WrittenPack, Text]:
    """Return a desk to read the pack at, its pack.toml, and its title."""
    files = PackFiles(folder)
    table = _pack_table(files)
    written = convert(table, WrittenPack)
    desk = Desk(files, written.language, [], on_item=on_item)
    _refuse_bad_names(table, written)
    title = written_text(desk, table, written.title, "title")
    if desk.problems:
        raise desk.problems[0]
    return desk, table, written, title


def _pack_table(files: PackFiles) -> Table:
    """Return pack.toml; its format is looked at first, since it decides what the other keys mean."""
    if files.kind("pack.toml") is None and (files.root.parent / "pack.toml").is_file():
        raise PackError(Path("pack.toml"), message("the file is missing; the pack is the folder above this one"))
    table = parse(files.read("pack.toml"))
    found = table.data.get("format")
    if found is None:
        raise table.problem(message("the pack's format is missing; add format = {format}", format=FORMAT), "format")
    if isinstance(found, int) and not isinstance(found, bool) and found > FORMAT:
        says = message(
            "this pack has format {found} and this version of quizapp reads format {format}; update quizapp",
            found=as_toml(found),
            format=FORMAT,
        )
        raise table.problem(says, "format")
    if found != FORMAT or isinstance(found, bool | float):
        says = message("expected format = {format}, found {found}", format=FORMAT, found=as_toml(found))
        raise table.problem(says, "format")
    return table


def _refuse_bad_names(table: Table, written: WrittenPack) -> None:
    if not SLUG.fullmatch(written.id):
        says = message("expected only a-z, 0-9, - and _ in a pack's id, found {found}", found=as_toml(written.id))
        raise table.problem(says, "id")
    if len(written.id) > LONGEST_SLUG:
        raise table.problem(too_long(written.id), "id")
    if not LANGUAGE.fullmatch(written.language):
        says = message('expected a language such as "en" or "zh", found {found}', found=as_toml(written.language))
        raise table.problem(says, "language")


def _read_concepts(desk: Desk, table: Table, written: WrittenPack) -> dict[str, Text]:
    return {name: written_text(desk, table, title, "concepts", name) for name, title in written.concepts.items()}


def _read_lessons(desk: Desk, table: Table, written: WrittenPack) -> tuple[Lesson, ...]:
    read: list[tuple[Lesson, Table]] = []
    earlier: set[str] = set()
    for index, slug in enumerate(written.lessons):
        if says := slug_problem(slug, earlier):
            desk.problems.append(table.problem(says, "lessons", index))
        elif lesson := read_lesson(desk, written.id, slug):
            read.append(lesson)
        earlier.add(slug)
    desk.problems.extend(unlisted_lessons(desk.files, table, written.lessons))
    lessons, problems = settle_needs(read, set(written.lessons))
    desk.problems.extend(problems)
    return lessons
