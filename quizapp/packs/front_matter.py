"""Cuts a Markdown file into its front matter (TOML between two lines `+++`) and its body."""

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.files import Source
from quizapp.packs.tables import Table, parse

FENCE = "+++"
"""The line before and after the front matter."""


class Document(Struct, frozen=True):
    """A Markdown file: its front matter, which is empty where the file has none, and its body."""

    front: Table
    body: Source


def read_document(source: Source) -> Document:
    """Cut a file into front matter and body.

    Raises:
        PackError: if the front matter has no end or is not TOML, or if it is fenced as in YAML.
    """
    lines = source.lines()
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() == "---":
        raise source.problem(message('expected a line "+++" before the front matter, found "---"'), first + 1)
    if lines[first].rstrip() != FENCE:
        return Document(Table(source, {}), source)
    last = next((index for index in range(first + 1, len(lines)) if lines[index].rstrip() == FENCE), None)
    if last is None:
        raise source.problem(message('the front matter that begins here has no end; add a line "+++"'), first + 1)
    return Document(parse(source.part(first + 1, last)), source.part(last + 1))
