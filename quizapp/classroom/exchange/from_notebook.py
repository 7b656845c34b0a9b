"""Exercises from a notebook whose cells are tagged as nbgrader tags them.

A solution cell is an exercise: what is written before it is the prompt, what is locked or untagged before it is given
as far as it is needed, the test cells after it become checks and a probe.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from quizapp.classroom.exchange.assertions import Test, translate
from quizapp.classroom.exchange.bound_names import bound_by, parsed_flat, used_by
from quizapp.classroom.exchange.drafts import CheckDraft, ExerciseDraft, Harvest
from quizapp.classroom.exchange.notebook import Cell, Notebook
from quizapp.classroom.exchange.slugs import slug_of
from quizapp.classroom.exchange.solutions import has_open_region, is_stub, solution_of, starter_of, without_magic
from quizapp.classroom.exchange.taming import tamed
from quizapp.message import Message, message
from quizapp.packs.markdown import first_words
from quizapp.packs.problems import PackError

_MADE_UP_ID: Final = re.compile(r"cell-[0-9a-f]{6,}|[0-9a-f]{8,}")
"""What nbgrader calls a cell that its author gave no name."""

EXPORTED: Final = "quizapp:"
"""How the tag of a cell begins into which the answer to a pack's exercise goes."""

_CHANCE: Final = re.compile(r"rand|normal|uniform|shuffle|choice|nn\.|dropout|multinomial")
_SEEDED: Final = re.compile(r"manual_seed|random\.seed")
_MOST_POINTS: Final = 1000
_LONGEST_TITLE: Final = 80


class _Part(Struct, frozen=True):
    """A cell with code, its number from 1, and its points if it is a test."""

    number: int
    code: str
    tree: ast.Module
    points: float | None = None


class _Group(Struct, frozen=True):
    """One solution cell with what belongs to it."""

    number: int
    cell: Cell
    prose: tuple[Cell, ...]
    before: tuple[_Part, ...]
    tests: tuple[_Part, ...]


class _Reader:
    """Goes through the cells once; `problems` grows."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[PackError] = []

    def tell(self, says: Message, cell: int) -> None:
        """Note a problem with a cell."""
        self.problems.append(cell_problem(self.path, says, cell))

    def part(self, cell: Cell, number: int) -> _Part | None:
        """Return a cell's code; None, and noted, if it is no Python."""
        code, magic = without_magic(cell.text)
        if magic:
            self.tell(message("IPython's own commands are left out"), number)
        tree = parsed_flat(code)
        if tree is None:
            self.tell(message("this code can't be parsed, so it is left out"), number)
            return None
        tags = cell.metadata.nbgrader
        return _Part(number, code, tree, None if tags is None else tags.points)

    def groups(self, cells: list[Cell]) -> Iterator[_Group]:
        """Yield each solution cell with the prose and the code before it, and the tests after it."""
        prose: list[Cell] = []
        before: list[_Part] = []
        waiting: _Group | None = None
        for number, cell in enumerate(cells, start=1):
            kind = _kind(cell)
            if waiting is not None and (kind in ("essay", "solution") or (kind == "prose" and waiting.tests)):
                yield waiting
                waiting = None
            if kind == "prose":
                prose.append(cell)
            elif kind == "essay":
                self.tell(message("this is graded by hand, which nothing here can judge; it is left out"), number)
                prose = []
            elif kind == "solution":
                waiting = _Group(number, cell, tuple(prose), tuple(before), ())
                prose = []
                before += _later_given(cell, number)
            elif kind == "test" and waiting is None:
                self.tell(message("there is no solution cell before this test; it is left out"), number)
            elif kind in ("test", "code") and (part := self.part(cell, number)) is not None:
                if kind == "test" and waiting is not None:
                    waiting = msgspec.structs.replace(waiting, tests=(*waiting.tests, part))
                else:
                    before.append(part)
        if waiting is not None:
            yield waiting


def _later_given(cell: Cell, number: int) -> list[_Part]:
    """Return a solution as code that a later exercise may build on; its number is negative."""
    solution = solution_of(cell.text)
    tree = parsed_flat(solution)
    return [] if tree is None else [_Part(-number, solution, tree)]


def read_exercises(path: Path, notebook: Notebook) -> Harvest:
    """Make exercises of a notebook's solution cells; what can't be, and what is lost on the way, is told."""
    reader = _Reader(path)
    drafts = [draft for group in reader.groups(notebook.cells) if (draft := _draft(reader, group)) is not None]
    if not drafts and not reader.problems:
        says = message("no cell is tagged as a solution by nbgrader (grade and solution in its metadata)")
        reader.problems.append(PackError(path, says))
    first = next((cell.text for cell in notebook.cells if cell.cell_type == "markdown"), "")
    title = first_words(first) if first.lstrip().startswith("# ") else path.stem
    return Harvest(_short(title) or path.stem, exercises=tuple(drafts), problems=tuple(reader.problems))


def cell_problem(path: Path, says: Message, cell: int, line: int | None = None) -> PackError:
    """Return an error about a cell of a notebook, or a line in it; both count from 1."""
    return PackError(path, says, key=f"cell {cell}" if line is None else f"cell {cell}, line {line}")


def _kind(cell: Cell) -> str:
    """Return what a cell is to nbgrader."""
    tags = cell.metadata.nbgrader
    if tags is not None and (tags.task or (tags.grade and tags.solution)):
        return "essay"
    if cell.cell_type != "code":
        return "essay" if tags is not None and tags.solution else "prose" if cell.cell_type == "markdown" else "other"
    if tags is not None and tags.solution:
        return "solution"
    return "test" if tags is not None and tags.grade else "code"


def _draft(reader: _Reader, group: _Group) -> ExerciseDraft | None:
    code = group.cell.text
    why = _why_unusable(code, group)
    if why is not None:
        reader.tell(why, group.number)
        return None
    solution = reader.part(group.cell, group.number)
    if solution is None:
        return None
    own = bound_by(solution.tree.body)
    tests = [Test(part.number, statement) for part in group.tests for statement in part.tree.body]
    found = translate(tests, own)
    for test in found.unnamed:
        code_of_it = _beginning(ast.unparse(test.statement))
        says = message("this can't be made a check of its own, so it runs in the probe: {code}", code=code_of_it)
        reader.problems.append(cell_problem(reader.path, says, test.cell, test.line))
    if not found.checks:
        reader.tell(message("its tests assert nothing that can be checked; it is left out"), group.number)
        return None
    given = _given(reader, group, used_by([solution.tree]) | used_by(test.statement for test in tests))
    return ExerciseDraft(
        cell=group.number,
        title=_title(group),
        slug=_slug(group),
        prompt=_prompt(reader, group),
        starter=without_magic(starter_of(code))[0],
        solution=solution_of(without_magic(code)[0]),
        checks=_weighted(found.checks, group.tests),
        given=given,
        probe=_seeded(found.probe, given + solution.code + found.probe),
    )


def _weighted(checks: tuple[CheckDraft, ...], tests: tuple[_Part, ...]) -> tuple[CheckDraft, ...]:
    """Share each test cell's points among the checks that were made of it."""
    points = {
        part.number: part.points for part in tests if part.points is not None and 0 <= part.points <= _MOST_POINTS
    }
    count = Counter(check.cell for check in checks)
    return tuple(
        msgspec.structs.replace(check, weight=round(points[check.cell] / count[check.cell], 6))
        if check.cell in points
        else check
        for check in checks
    )


def _why_unusable(code: str, group: _Group) -> Message | None:
    if any(tag.startswith(EXPORTED) for tag in group.cell.metadata.tags):
        return message("this was exported from a pack, without its solution; it is left out")
    if has_open_region(code):
        return message("### BEGIN SOLUTION and ### END SOLUTION don't go in pairs here; it is left out")
    if is_stub(code):
        return message("there is no solution here; bring in the instructor's version of the notebook")
    if not group.tests:
        return message("there is no test cell behind this solution; it is left out")
    return None


def _given(reader: _Reader, group: _Group, needed: frozenset[str]) -> str:
    """Return the code of earlier cells that bind what is needed, and what they need in turn."""
    names = set(needed)
    chosen: list[_Part] = []
    for part in reversed(group.before):
        is_solution = part.number < 0
        binds = bound_by(part.tree.body)
        acts = not binds and not is_solution and bool(used_by([part.tree]) & names)
        if binds & names or acts:
            chosen.append(part)
            names |= used_by([part.tree])
            if is_solution:
                says = message("it builds on the solution in cell {other}, which is given here", other=-part.number)
                reader.tell(says, group.number)
    given = "\n\n".join(part.code.strip("\n") for part in reversed(chosen))
    return _seeded(f"{given}\n", given) if given else ""


def _seeded(code: str, whole: str) -> str:
    """Return code that begins with a seed if chance may play a part in the whole and nobody has set one."""
    if not code.strip() or not _CHANCE.search(whole) or _SEEDED.search(code) or "torch" not in whole:
        return code
    return f"import torch\n\ntorch.manual_seed(0)\n{code}"


def _prompt(reader: _Reader, group: _Group) -> str:
    texts: list[str] = []
    for cell in group.prose:
        safe = tamed(_without_headings(cell.text, _title(group)))
        texts += [safe.text] if safe.text else []
        for says in safe.lost:
            reader.tell(says, group.number)
    if not texts:
        reader.tell(message("there is no text before this solution; write the exercise's prompt"), group.number)
        return _title(group)
    return "\n\n".join(texts)


def _without_headings(text: str, title: str) -> str:
    """Leave out the headings that become titles: the notebook's, and the exercise's own."""
    lines = text.split("\n")
    return "\n".join(
        line
        for line in lines
        if not re.match(r"# ", line) and not (re.match(r"#", line) and first_words(line) == title)
    )


def _title(group: _Group) -> str:
    tags = group.cell.metadata.nbgrader
    name = tags.grade_id if tags is not None else ""
    headings = (line for cell in reversed(group.prose) for line in cell.text.split("\n") if re.match(r"#{1,6} ", line))
    heading = first_words(next(headings, ""))
    if heading:
        return _short(heading)
    if name and not _MADE_UP_ID.fullmatch(name):
        return _short(re.sub("[-_]+", " ", name))
    words = first_words(group.prose[-1].text) if group.prose else ""
    return _short(words) or _short(name) or "?"


def _slug(group: _Group) -> str:
    tags = group.cell.metadata.nbgrader
    name = tags.grade_id if tags is not None else ""
    return slug_of(name if name and not _MADE_UP_ID.fullmatch(name) else _title(group), "exercise")


def _beginning(code: str) -> str:
    first, _, more = code.partition("\n")
    return f"{first[:_LONGEST_TITLE]} …" if more or len(first) > _LONGEST_TITLE else first


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"
