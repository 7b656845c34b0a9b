"""Takes the code of exercises out of a notebook: cells that a tag or a comment in their first line assigns to one."""

import re
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct, field

from quizapp.classroom.grading.submissions.naming import header_word
from quizapp.classroom.grading.submissions.reading import UnusableFile
from quizapp.code_trees import parsed
from quizapp.message import message

TAG: Final = "quizapp:"
_MAGIC: Final = re.compile(r"^(\s*)([%!].*)$", re.MULTILINE)


class _Metadata(Struct, frozen=True):
    tags: list[str] = field(default_factory=list)


class _Cell(Struct, frozen=True):
    cell_type: str
    source: str | list[str] = ""
    metadata: _Metadata = _Metadata()


class _Notebook(Struct, frozen=True):
    cells: list[_Cell]


_decoder: Final = msgspec.json.Decoder(_Notebook)


def code_by_word(text: str) -> dict[str, str]:
    """Return the code of each exercise that cells name, by the word with which they name it; in their order.

    Several cells of one exercise are one program.

    Raises:
        UnusableFile: if it is no notebook, or no cell of it names an exercise.
    """
    try:
        notebook = _decoder.decode(text)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnusableFile(message("It is no notebook that can be read: {reason}.", reason=str(error))) from error
    found: dict[str, list[str]] = {}
    for word, source in _marked(notebook):
        found.setdefault(word, []).append(_without_magic(source))
    if not found:
        raise UnusableFile(
            message(
                "No cell of it says for which exercise it is, by the tag `quizapp:LESSON/EXERCISE` or a first line "
                "`# quizapp: LESSON/EXERCISE`."
            )
        )
    return {word: "\n\n".join(sources) for word, sources in found.items()}


def _marked(notebook: _Notebook) -> Iterator[tuple[str, str]]:
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        source = cell.source if isinstance(cell.source, str) else "".join(cell.source)
        tagged = (tag.removeprefix(TAG).strip() for tag in cell.metadata.tags if tag.startswith(TAG))
        if word := next(tagged, None) or header_word(source):
            yield word, source


def _without_magic(source: str) -> str:
    """Return code that Python understands: lines for the notebook itself (`%matplotlib`, `!pip`) become comments."""
    return source if parsed(source) is not None else _MAGIC.sub(r"\1# \2", source)
