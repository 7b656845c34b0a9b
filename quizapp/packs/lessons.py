"""Reads a lesson: its `lesson.toml` and every item that it lists."""

import re
from collections.abc import Collection
from pathlib import Path

from quizapp.message import Message, message
from quizapp.packs.cards import read_card
from quizapp.packs.exercises import read_exercise
from quizapp.packs.files import Kind
from quizapp.packs.front_matter import read_document
from quizapp.packs.lost import unlisted_items, unread_files
from quizapp.packs.model import Item, Lesson
from quizapp.packs.outline import LessonOutline
from quizapp.packs.problems import PackError, as_toml, nearest
from quizapp.packs.questions import read_question
from quizapp.packs.tables import Table, convert, parse
from quizapp.packs.texts import Desk, Place, written_text
from quizapp.packs.written import WrittenLesson

SLUG = re.compile("[a-z0-9_-]+")
"""What a slug looks like: it stands in item ids, file names and addresses."""


LONGEST_SLUG = 100
"""Characters of a slug; no system allows more than 255 in the name of a file."""


def too_long(slug: str) -> Message:
    """Return what is wrong with a slug that is longer than `LONGEST_SLUG`."""
    return message("this has {count} characters; it may have {most}", count=len(slug), most=LONGEST_SLUG)


def slug_problem(slug: str, earlier: Collection[str]) -> Message | None:
    """Return what is wrong with a slug in a list after the `earlier` ones, or None."""
    if not SLUG.fullmatch(slug):
        return message("expected only a-z, 0-9, - and _ in a slug, found {found}", found=as_toml(slug))
    if len(slug) > LONGEST_SLUG:
        return too_long(slug)
    if slug in earlier:
        return message('"{slug}" is listed twice', slug=slug)
    return None


def read_lesson(desk: Desk, pack: str, lesson: str) -> tuple[Lesson, Table] | None:
    """Make a lesson of its folder, and the table for those who look at `needs`; None if lesson.toml can't be used."""
    try:
        table = parse(desk.files.read(f"{lesson}/lesson.toml"))
        written = convert(table, WrittenLesson)
    except PackError as error:
        desk.problems.append(error)
        return None
    before = len(desk.problems)
    title = written_text(desk, table, written.title, "title")
    summary = written_text(desk, table, written.summary, "summary")
    if len(desk.problems) > before:
        return None
    items = _read_items(desk, table, pack, written.items)
    desk.problems.extend(unlisted_items(desk.files, table, lesson, written.items))
    return Lesson(id=lesson, title=title, summary=summary, items=items, needs=tuple(written.needs)), table


def outline_lesson(desk: Desk, lesson: str) -> LessonOutline | None:
    """Return what a lesson says of itself, and none of its items is read; None if lesson.toml can't be used."""
    try:
        table = parse(desk.files.read(f"{lesson}/lesson.toml"))
        written = convert(table, WrittenLesson)
    except PackError:
        return None
    title = written_text(desk, table, written.title, "title")
    summary = written_text(desk, table, written.summary, "summary")
    return LessonOutline(id=lesson, title=title, summary=summary, items=tuple(dict.fromkeys(written.items)))


def _read_items(desk: Desk, table: Table, pack: str, slugs: list[str]) -> tuple[Item, ...]:
    lesson = table.source.path.parent.as_posix()
    items: list[Item] = []
    # A set: a lesson may list ten thousand.
    earlier: set[str] = set()
    for index, slug in enumerate(slugs):
        says = slug_problem(slug, earlier) or _where_problem(desk, lesson, slug)
        if says:
            desk.problems.append(table.problem(says, "items", index))
        elif item := _read_item(desk, Place(pack, lesson, slug)):
            items.append(item)
        earlier.add(slug)
        desk.on_item()
    return tuple(items)


def _where_problem(desk: Desk, lesson: str, slug: str) -> Message | None:
    """Return what is wrong if a slug is not exactly one of a file and a folder, or None."""
    is_file = desk.files.kind(f"{lesson}/{slug}.md") is not None
    is_folder = desk.files.kind(f"{lesson}/{slug}") is not None
    if is_file and is_folder:
        return message("there are both a file {slug}.md and a folder {slug}; rename one of them", slug=slug)
    if is_file or is_folder:
        return None
    listing = desk.files.listing(lesson)
    there = {name.removesuffix(".md") for name in listing.kinds} - {"lesson.toml"}
    if meant := nearest(slug, filter(SLUG.fullmatch, there)):
        return message(
            'there is neither a file {slug}.md nor a folder {slug}; did you mean "{nearest}"?', slug=slug, nearest=meant
        )
    return message("there is neither a file {slug}.md nor a folder {slug}", slug=slug)


def _read_item(desk: Desk, place: Place) -> Item | None:
    """Return an item, or None if anything in it is wrong; what is wrong stands at the desk then."""
    before = len(desk.problems)
    try:
        item = _item_of_its_kind(desk, place)
    except PackError as error:
        desk.problems.append(error)
        return None
    whole = len(desk.problems) == before
    if desk.files.kind(f"{place.lesson}/{place.slug}") is Kind.FOLDER:
        desk.problems.extend(unread_files(desk.files, f"{place.lesson}/{place.slug}"))
    return item if whole else None


def _item_of_its_kind(desk: Desk, place: Place) -> Item:
    path = f"{place.lesson}/{place.slug}"
    if desk.files.kind(path) is Kind.LINK:
        raise PackError(Path(path), message("this is a link to a folder; put the folder itself here"))
    if desk.files.kind(f"{path}.md") is None:
        return read_exercise(desk, place)
    document = read_document(desk.files.read(f"{path}.md"))
    if "kind" in document.front.data:
        return read_question(desk, place, document)
    return read_card(desk, place, document)
