"""Finds what an author wrote and nothing reads: items and lessons that no list names, files with a slip in the name."""

from collections.abc import Iterator
from pathlib import Path

from quizapp.message import message
from quizapp.packs.files import Kind, PackFiles
from quizapp.packs.problems import PackError, nearest
from quizapp.packs.tables import Table

EXERCISE_FILES = (
    "exercise.toml",
    "prompt.md",
    "starter.py",
    "solution.py",
    "given.py",
    "probe.py",
    "hints.md",
    "explanation.md",
)
"""The files of an exercise that are read by name."""

NOT_ITEMS = frozenset(
    {"readme", "license", "licence", "notes", "changelog", "contributing", "authors", "credits", "todo"}
)
"""Names of Markdown files that are for people who work on the pack."""


def is_for_authors(name: str) -> bool:
    """Tell whether a file is a README or the like, or hidden."""
    return name.startswith(".") or name.split(".")[0].lower() in NOT_ITEMS


def unlisted_lessons(files: PackFiles, table: Table, listed: list[str]) -> Iterator[PackError]:
    """Yield an error for each folder with a lesson.toml that pack.toml does not list."""
    for name in files.listing("").folders():
        if name not in listed and files.kind(f"{name}/lesson.toml") is Kind.FILE:
            says = message(
                'the lesson "{name}" is in the pack and not listed here; add it or delete its folder', name=name
            )
            yield table.problem(says, "lessons")


def unlisted_items(files: PackFiles, table: Table, lesson: str, listed: list[str]) -> Iterator[PackError]:
    """Yield an error for each item that lesson.toml does not list, and for each translation of nothing."""
    listing = files.listing(lesson)
    siblings = {name for names in listing.siblings.values() for name in names.values()}
    slugs = [name.removesuffix(".md") for name in listing.files() if name.endswith(".md") and name not in siblings]
    slugs += [name for name in listing.folders() if files.kind(f"{lesson}/{name}/exercise.toml") is not None]
    for slug in slugs:
        if slug not in listed and not is_for_authors(slug):
            says = message('the item "{name}" is in the lesson and not listed here; add it or delete it', name=slug)
            yield table.problem(says, "items")
    yield from _orphans(files, lesson, set(listed))


def unread_files(files: PackFiles, folder: str) -> Iterator[PackError]:
    """Yield an error for each file of an exercise that looks as if it should count and is never read."""
    listing = files.listing(folder)
    siblings = {name for base, names in listing.siblings.items() if base != "exercise" for name in names.values()}
    for name in listing.files():
        if name in EXERCISE_FILES or name in siblings or is_for_authors(name):
            continue
        if name.endswith((".py", ".md", ".toml")):
            yield _unread(Path(f"{folder}/{name}"))
    yield from _orphans(files, folder, {"prompt"})


def _unread(path: Path) -> PackError:
    if meant := nearest(path.name, EXERCISE_FILES):
        return PackError(path, message('this file is never read; did you mean "{nearest}"?', nearest=meant))
    return PackError(path, message("this file is never read; delete it or move it out of the pack"))


def _orphans(files: PackFiles, folder: str, expected: set[str]) -> Iterator[PackError]:
    """Yield an error for each `x.zh.md` without an `x.md`, unless its absence is told elsewhere."""
    listing = files.listing(folder)
    for base, names in listing.siblings.items():
        if f"{base}.md" in listing.kinds or base in expected or is_for_authors(base):
            continue
        for name in names.values():
            says = message("this is a translation of {original}, which is not there", original=f"{base}.md")
            yield PackError(Path(f"{folder}/{name}"), says)
