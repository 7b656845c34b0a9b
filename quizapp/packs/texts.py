"""Puts the languages of one text together: tables in TOML, and sibling files such as `prompt.zh.md`."""

import re
from collections.abc import Callable

from msgspec import Struct, field

from quizapp.message import Message, message
from quizapp.packs.files import PackFiles, Source
from quizapp.packs.front_matter import read_document
from quizapp.packs.links import link_fault, link_problems, source_fault
from quizapp.packs.markdown import first_words, sections, unclosed_fence
from quizapp.packs.model import Text
from quizapp.packs.problems import PackError, as_toml
from quizapp.packs.tables import Table, convert
from quizapp.packs.written import WrittenSibling, WrittenText

LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*")
"""What a language code looks like: `en`, `zh`, `pt-br`."""

_LINK_TARGET = re.compile(r"\]\(\s*([^\s)]*)")


def unheard() -> None:
    """Tell nobody."""


class Desk(Struct, frozen=True):
    """What everything that reads a pack works with.

    Attributes:
        language: the pack's own.
        problems: grows while reading.
        concepts: titles by the word that items name a concept by.
        modules: source of the pack's own Python modules, by name.
        on_item: called after each item that was looked at; what it raises ends the reading.
    """

    files: PackFiles
    language: str
    problems: list[PackError]
    concepts: dict[str, Text] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)
    on_item: Callable[[], None] = unheard


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
    if isinstance(written, str):
        _note_text_problems(desk, table, written, *key)
        return Text(desk.language, {desk.language: written})
    for code, text in written.items():
        if not LANGUAGE.fullmatch(code):
            says = message('expected a language such as "en" or "zh", found {found}', found=as_toml(code))
            desk.problems.append(table.problem(says, *key, code))
        _note_text_problems(desk, table, text, *key, code)
    if desk.language not in written:
        says = message('the text in the pack\'s own language, "{language}", is missing', language=desk.language)
        desk.problems.append(table.problem(says, *key))
    return Text(desk.language, {desk.language: "", **written})


def _note_text_problems(desk: Desk, table: Table, text: str, *key: str | int) -> None:
    if not text.strip():
        desk.problems.append(table.problem(message("there is no text here"), *key))
    folder = table.source.path.parent.as_posix()
    for target in _LINK_TARGET.findall(text):
        if says := link_fault(target, folder, desk.files):
            desk.problems.append(table.problem(says, *key))


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
        says = message(
            '"{language}" is the pack\'s own language; its text is {original}', language=code, original=original
        )
        raise source.problem(says)
    document = read_document(source)
    front = convert(document.front, WrittenSibling)
    return Translation(front.title, document.body)


def read_prose(desk: Desk, folder: str, name: str) -> dict[str, Source]:
    """Return the Markdown of `NAME.md` and its siblings by language; notes what is wrong, and leaves that out."""
    texts: dict[str, Source] = {}
    try:
        texts[desk.language] = desk.files.read(f"{folder}/{name}.md")
    except PackError as error:
        desk.problems.append(error)
    texts |= {code: other.body for code, other in read_translations(desk, folder, name).items()}
    for source in texts.values():
        note_prose_problems(desk, source)
    return texts


def prose(desk: Desk, sources: dict[str, Source]) -> Text:
    """Return Markdown in its languages as a text."""
    return Text(desk.language, {code: source.text.strip() for code, source in sources.items()})


def note_prose_problems(desk: Desk, source: Source) -> None:
    """Note that a text is empty, has a code block without an end, or links that lead out of the pack."""
    if not source.text.strip():
        desk.problems.append(source.problem(message("there is no text here"), 1))
    if unclosed := unclosed_fence(source):
        desk.problems.append(unclosed)
    desk.problems.extend(link_problems(source, desk.files))


def note_source_problem(desk: Desk, table: Table, source: str | None) -> None:
    """Note a `source` that is an address but not an https one."""
    if source is not None and (says := source_fault(source)):
        desk.problems.append(table.problem(says, "source"))


def two_parts(source: Source, otherwise: Message) -> tuple[Source, Source]:
    """Cut a body at its separator.

    Raises:
        PackError: saying `otherwise` if there is no separator; or that there is nothing before or after it.
    """
    if unclosed := unclosed_fence(source):
        raise unclosed
    parts = sections(source, most=2)
    if len(parts) < 2:
        raise source.problem(otherwise, 1)
    for part in parts:
        if not part.text.strip():
            raise part.problem(message("there is no text here"), 1)
    return parts[0], parts[1]


def title_of(desk: Desk, table: Table, written: WrittenText | None, texts: dict[str, Source], slug: str) -> Text:
    """Return an item's title: as written, or else the first words of its text; `slug` where there are none."""
    if written is not None:
        return written_text(desk, table, written, "title")
    words = {code: first_words(source.text) for code, source in texts.items()}
    titles = {code: title for code, title in words.items() if title}
    return Text(desk.language, {desk.language: slug, **titles})


def translated_title(title: Text, translations: dict[str, Translation]) -> Text:
    """Return a title with those that siblings have in their front matter."""
    named = {code: other.title for code, other in translations.items() if other.title is not None}
    return Text(title.native, {**title.by_language, **named})
