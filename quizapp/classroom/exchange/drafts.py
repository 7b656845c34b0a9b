"""What was made out of a file that is brought in, before it is written into a pack."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from quizapp.message import Message
from quizapp.packs.model import Aspect, QuestionKind, Tolerance
from quizapp.packs.problems import PackError


class OptionDraft(Struct, frozen=True):
    """One answer to choose from, as Markdown; `why` is what is said to whoever chose it."""

    text: str
    right: bool
    why: str = ""


class QuestionDraft(Struct, frozen=True, kw_only=True):
    """A question; every text is Markdown without HTML.

    Attributes:
        line: of the file, from 1, where it begins.
        lesson: the title of the lesson that the file puts it into, "" where it names none.
        slug: what the file wants its slug to be, "" where it doesn't say.
        answers: for order, the lines in their order.
        code: a snippet that the question is about.
    """

    line: int
    kind: QuestionKind
    title: str
    prompt: str
    explanation: str
    lesson: str = ""
    slug: str = ""
    options: tuple[OptionDraft, ...] = ()
    answers: tuple[str, ...] = ()
    tolerance: float | None = None
    code: str = ""


class CheckDraft(Struct, frozen=True, kw_only=True):
    """A check that was made of an assertion.

    Attributes:
        says: the assertion's own message.
        cell: the test cell, from 1. weight: its share of that cell's points; None where the cell has none.
    """

    observe: str
    aspects: tuple[Aspect, ...] = ()
    tolerance: Tolerance | None = None
    says: str = ""
    cell: int = 0
    weight: float | None = None


class ExerciseDraft(Struct, frozen=True, kw_only=True):
    """An exercise; `cell` is the one with the solution, from 1."""

    cell: int
    title: str
    slug: str
    prompt: str
    starter: str
    solution: str
    checks: tuple[CheckDraft, ...]
    given: str = ""
    probe: str = ""


class Harvest(Struct, frozen=True):
    """What a file gave: drafts in its order, and what is left out or was changed, told with its place."""

    title: str
    questions: tuple[QuestionDraft, ...] = ()
    exercises: tuple[ExerciseDraft, ...] = ()
    problems: tuple[PackError, ...] = ()


class Origin(Struct, frozen=True):
    """Where in a file something comes from: a line of it, or a cell as `cell 3`."""

    path: Path
    line: int | None = None
    cell: str | None = None

    def problem(self, says: Message) -> PackError:
        """Return an error about what comes from here."""
        return PackError(self.path, says, line=self.line, key=self.cell)


class Item(Struct, frozen=True, kw_only=True):
    """An item as files.

    Attributes:
        files: text by path, relative to the lesson's folder.
        origin: where the item comes from.
    """

    lesson: str
    lesson_title: str
    slug: str
    files: Mapping[str, str]
    origin: Origin
