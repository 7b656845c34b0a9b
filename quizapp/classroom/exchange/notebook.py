"""A Jupyter notebook, format 4, as far as it matters here; read from JSON and written as such."""

from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct, field

from quizapp.classroom.exchange.sources import read_bytes
from quizapp.message import message
from quizapp.packs.problems import PackError
from quizapp.study.anki.escaping import clean

FORMAT: Final = 4


class Nbgrader(Struct, frozen=True):
    """What nbgrader notes at a cell."""

    grade: bool = False
    solution: bool = False
    locked: bool = False
    task: bool = False
    grade_id: str = ""
    points: float | None = None


class CellMetadata(Struct, frozen=True):
    """What is noted at a cell, by nbgrader and by whoever tags cells."""

    nbgrader: Nbgrader | None = None
    tags: list[str] = field(default_factory=list)


class Cell(Struct, frozen=True):
    """One cell; `source` may be one text or a list of lines."""

    cell_type: str
    source: str | list[str] = ""
    metadata: CellMetadata = CellMetadata()

    @property
    def text(self) -> str:
        """The whole source, with `\\n` line ends and without what can't be shown."""
        whole = self.source if isinstance(self.source, str) else "".join(self.source)
        return clean(whole.replace("\r\n", "\n").replace("\r", "\n"))


class _Language(Struct, frozen=True):
    name: str = "python"
    language: str = "python"


class _NotebookMetadata(Struct, frozen=True):
    kernelspec: _Language | None = None
    language_info: _Language | None = None


class Notebook(Struct, frozen=True):
    """A notebook of format 4."""

    nbformat: int
    cells: list[Cell] = field(default_factory=list)
    metadata: _NotebookMetadata = _NotebookMetadata()


class _Version(Struct, frozen=True):
    nbformat: Any = None


def read_notebook(path: Path) -> Notebook:
    """Read a notebook.

    Raises:
        PackError: if it is no notebook of Python in format 4.
    """
    data = read_bytes(path)
    try:
        _refuse_other_formats(path, msgspec.json.decode(data, type=_Version).nbformat)
        notebook = msgspec.json.decode(data, type=Notebook)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        says = message("expected a Jupyter notebook, which is JSON in UTF-8 ({reason})", reason=str(error))
        raise PackError(path, says) from None
    spec = notebook.metadata.kernelspec
    info = notebook.metadata.language_info
    language = info.name if info is not None else spec.language if spec is not None else "python"
    if language.lower() not in ("python", "python3", "ipython", ""):
        raise PackError(path, message("expected a notebook in Python, found {language}", language=language))
    return notebook


def _refuse_other_formats(path: Path, found: object) -> None:
    if found == FORMAT and not isinstance(found, bool):
        return
    if not isinstance(found, int) or isinstance(found, bool):
        raise PackError(path, message("this JSON is no Jupyter notebook: it has no nbformat"))
    if found < FORMAT:
        says = message(
            "this notebook has format {found}, and 4 is needed: open it in Jupyter and save it again", found=found
        )
    else:
        says = message("this notebook has format {found}, and this version of quizapp reads 4", found=found)
    raise PackError(path, says)
