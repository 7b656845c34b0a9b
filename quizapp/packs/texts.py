"""Puts the languages of one text together: tables in TOML, and sibling files such as `prompt.zh.md`."""

import re
from pathlib import Path

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.files import PackFiles, Source
from quizapp.packs.front_matter import Document, read_document
from quizapp.packs.links import link_fault
from quizapp.packs.markdown import first_words, unclosed_fence
from quizapp.packs.model import Text
from quizapp.packs.problems import PackError, as_toml
from quizapp.packs.tables import Table, convert
from quizapp.packs.written import WrittenSibling, WrittenText

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")
"""What a language code looks like: `en`, `zh`, `pt-br`."""


class Desk(Struct, frozen=True):
    """What everything that reads a pack works with.

    Attributes:
        language: the pack's own.
        problems: grows while reading.
    """

    files: PackFiles
    language: str
    problems: list[PackError]


class Place(Struct, frozen=True):
    """Where an item lies: `lesson` and `slug` are names of folders or files."""

    pack: str
    lesson: str
    slug: str

    @property
    def id(self) -> str:
        """The item's id."""
        return f"{self.pack}/{self.lesson}/{self.slug}"


class Translation(Struct, frozen=True):
    """One language's file of a text; `title` is None where its front matter has none."""

    title: str | None
    body: Source


def written_text(desk: Desk, table: Table, written: WrittenText, *key: str | int) -> Text:
    """Return a text from TOML; notes a problem if the pack's own language is missing or a code is no language."""
    by_language = {desk.language: written} if isinstance(written, str) else written
    for code, text in by_language.items():
        if not LANGUAGE.fullmatch(code):
            says = message('expected a language such as "en" or "zh", found {found}', found=as_toml(code))
            desk.problems.append(table.problem(says, *key, code))
        if not text.strip():
            desk.problems.append(table.problem(message("the text is empty"), *key, code))
        if "](" in text:
            _note_links(desk, table, text, *key)
    if desk.language not in by_language:
        says = message('the text in the pack\'s own language, "{language}", is missing', language=desk.language)
        desk.problems.append(table.problem(says, *key))
    return Text(desk.language, {desk.language: "", **by_language})


def _note_links(desk: Desk, table: Table, text: str, *key: str | int) -> None:
    folder = table.source.path.parent.as_posix()
    for target in re.findall(r"\]\(\s*([^\s)]*)", text):
        if says := link_fault(target, folder, desk.files):
            desk.problems.append(table.problem(says, *key))


def read_text_file(desk: Desk, path: str) -> Source:
    """Return a file's text; notes a problem and returns "" if it can't be read."""
    try:
        return desk.files.read(path)
    except PackError as error:
        desk.problems.append(error)
        return Source(Path(path), "")


def read_translations(desk: Desk, folder: str, name: str) -> dict[str, Translation]:
    """Return the siblings of `NAME.md` in other languages, by language code; notes what is wrong with them."""
    found: dict[str, Translation] = {}
    for code, file_name in desk.files.listing(folder).siblings.get(name, {}).items():
        try:
            found[code] = _translation(desk, code, f"{folder}/{file_name}", f"{name}.md")
        except PackError as error:
            desk.problems.append(error)
    return found


def _translation(desk: Desk, code: str, path: str, original: str) -> Translation:
    source = desk.files.read(path)
    if code == desk.language:
        says = message('"{language}" is the pack\'s own language; its text is {original}', language=code, original=original)
        raise source.problem(says)
    document = read_document(source)
    front = convert(document.front, WrittenSibling)
    return Translation(front.title, document.body)


def read_prose(desk: Desk, folder: str, name: str) -> dict[str, Source]:
    """Return the Markdown of `NAME.md` and its siblings by language, the pack's own first; notes what is wrong."""
    native = read_text_file(desk, f"{folder}/{name}.md")
    others = {code: other.body for code, other in read_translations(desk, folder, name).items()}
    texts = {desk.language: native, **others}
    for source in texts.values():
        check_prose(desk, source)
        if not source.text.strip() and not desk.problems:
            desk.problems.append(source.problem(message("the file is empty")))
    return texts


