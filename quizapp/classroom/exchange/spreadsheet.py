"""Reads a list of questions from CSV: a row of column names, then a question a row.

| column | holds |
|---|---|
| `kind` | choice, multiple, number, text, shape, order, spot, predict, true-false; may be left out |
| `prompt` | the question, as Markdown |
| `answer`, as often as needed | a right answer; for order a line, for spot the number of the faulty line |
| `wrong`, as often as needed | a wrong answer, for choice and multiple |
| `why` behind one of these | what is said to whoever chose the answer before it |
| `explanation` | said after answering |
| `title`, `lesson`, `slug`, `code`, `tolerance` | optional; code is the snippet that the question is about |

Without a kind a row with wrong answers is a choice and one without is a text. Columns may be separated by commas,
semicolons or tabs.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from quizapp.classroom.exchange.drafts import Harvest, OptionDraft, QuestionDraft
from quizapp.classroom.exchange.gift import answer_words
from quizapp.classroom.exchange.sources import TextFile
from quizapp.classroom.exchange.taming import LARGEST, on_one_line, tamed
from quizapp.message import Message, message
from quizapp.packs.markdown import first_words
from quizapp.packs.model import QuestionKind
from quizapp.packs.problems import PackError, as_toml, quoted
from quizapp.wording.speech import Wording

SEPARATORS: Final = (",", ";", "\t")
COLUMNS: Final = (
    *("kind", "prompt", "answer", "wrong", "why", "explanation"),
    *("title", "lesson", "slug", "code", "tolerance"),
)
TRUE_FALSE: Final = "true-false"

_SYNONYMS: Final = {"question": "prompt", "right": "answer", "feedback": "explanation", "type": "kind", "name": "title"}
_NUMBERED: Final = re.compile(r"([a-z]+)[ _-]?\d*")
_WITH_OPTIONS: Final = (QuestionKind.CHOICE, QuestionKind.MULTIPLE)
_TRUE: Final = frozenset(("true", "t", "yes", "1", "对", "是", "正确"))
_FALSE: Final = frozenset(("false", "f", "no", "0", "错", "否", "错误"))
_LONGEST_TITLE: Final = 80


class _Row(Struct, frozen=True):
    """One row: its line, the cells of columns that stand once, and the answers with their reasons."""

    line: int
    cells: dict[str, str]
    options: tuple[OptionDraft, ...]

    def cell(self, column: str) -> str:
        """Return what a column holds, "" if it is not there."""
        return self.cells.get(column, "")


class _Unfit(Exception):
    """A row is no question; says why."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says


def read_csv(file: TextFile, wording: Wording) -> Harvest:
    """Read a CSV file; `wording` speaks the pack's language, for the words that a question has to have and lacks.

    Raises:
        PackError: if the first row doesn't name the columns, or the file is no CSV.
    """
    questions: list[QuestionDraft] = []
    problems: list[PackError] = []
    for row in _rows(file, problems):
        try:
            question, lost = _question(row, wording)
        except _Unfit as unfit:
            problems.append(file.problem(unfit.says, row.line))
            continue
        questions.append(question)
        problems.extend(file.problem(says, row.line) for says in dict.fromkeys(lost))
    if not questions and not problems:
        problems.append(file.problem(message("there is no question in this file")))
    return Harvest(file.path.stem, tuple(questions), problems=tuple(problems))


def _rows(file: TextFile, problems: list[PackError]) -> Iterator[_Row]:
    table = csv.reader(io.StringIO(file.text, newline=""), delimiter=_separator(file.text), strict=True)
    columns: list[str] | None = None
    while True:
        line = table.line_num + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            raise file.problem(message("this CSV can't be read: {reason}", reason=str(error)), line) from None
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = _columns(file, line, cells)
        elif any(cell.strip() for cell in cells[len(columns) :]):
            says = message("this row has more cells than there are columns; is a quotation mark missing?")
            problems.append(file.problem(says, line))
        else:
            yield _row(line, columns, cells)


def _separator(text: str) -> str:
    """Return what separates the columns: that by which the first row has most names that are known."""
    first = next((line for line in text.split("\n") if line.strip()), "")

    def known(separator: str) -> int:
        return sum(_column(cell.strip().strip('"')) in COLUMNS for cell in first[:LARGEST].split(separator))

    return max(SEPARATORS, key=known)


def _column(written: str) -> str:
    """Return a column's name: without its number, by the word that is used here."""
    found = _NUMBERED.fullmatch(written.strip().lower())
    name = found[1] if found else written.strip().lower()
    return _SYNONYMS.get(name, name)


def _columns(file: TextFile, line: int, cells: list[str]) -> list[str]:
    columns = [_column(cell) for cell in cells]
    for written, column in zip(cells, columns, strict=True):
        if column not in COLUMNS and written.strip():
            says = message(
                "unknown column {found}; the columns are {allowed}", found=as_toml(written), allowed=quoted(COLUMNS)
            )
            raise file.problem(says, line)
    missing = [column for column in ("prompt", "answer") if column not in columns]
    if missing:
        says = message("the first row names the columns, and {missing} is missing in it", missing=quoted(missing))
        raise file.problem(says, line)
    return columns


def _row(line: int, columns: list[str], cells: list[str]) -> _Row:
    single: dict[str, str] = {}
    options: list[OptionDraft] = []
    last_was_empty = True
    for column, cell in zip(columns, cells, strict=False):
        # Lines to put in order, and code, begin where they are indented to.
        text = cell.strip("\n").rstrip() if column in ("code", "answer") else cell.strip()
        if column in ("answer", "wrong"):
            last_was_empty = not text
            options += [OptionDraft(text, column == "answer")] if text else []
        elif column == "why":
            if text and options and not last_was_empty:
                options[-1] = OptionDraft(options[-1].text, options[-1].right, text)
        elif column:
            single[column] = text
    return _Row(line, single, tuple(options))


def _question(row: _Row, wording: Wording) -> tuple[QuestionDraft, tuple[Message, ...]]:
    prompt, explanation = tamed(row.cell("prompt")), tamed(row.cell("explanation"))
    if not prompt.text:
        raise _Unfit(message("there is no prompt in this row"))
    if any(len(text) > LARGEST for text in (*row.cells.values(), *(option.text for option in row.options))):
        raise _Unfit(message("a text is longer than 100,000 characters; is a quotation mark missing?"))
    if not row.options:
        raise _Unfit(message("there is no answer in this row"))
    kind, options, lost = _options(row, wording)
    if kind not in _WITH_OPTIONS and any(not option.right for option in row.options):
        raise _Unfit(
            message('only questions of kind "choice" and "multiple" have wrong answers, not "{kind}"', kind=kind)
        )
    answers = () if kind in _WITH_OPTIONS else _answers(kind, row)
    shown = ", ".join(option.text for option in options if option.right) or _shown(answers)
    draft = QuestionDraft(
        line=row.line,
        kind=kind,
        title=on_one_line(row.cell("title")) or _short(first_words(prompt.text)) or "?",
        prompt=prompt.text,
        explanation=explanation.text or answer_words(shown, options, wording),
        lesson=on_one_line(row.cell("lesson")),
        slug=row.cell("slug"),
        options=options,
        answers=answers,
        tolerance=_tolerance(row, kind),
        code=row.cell("code"),
    )
    return draft, (*prompt.lost, *explanation.lost, *lost)


def _answers(kind: QuestionKind, row: _Row) -> tuple[str, ...]:
    return tuple(option.text if kind is QuestionKind.ORDER else option.text.strip() for option in row.options)


def _shown(answers: tuple[str, ...]) -> str:
    return on_one_line(answers[0]) if len(answers) == 1 else ", ".join(on_one_line(answer) for answer in answers)


def _options(row: _Row, wording: Wording) -> tuple[QuestionKind, tuple[OptionDraft, ...], tuple[Message, ...]]:
    """Return the kind, and for one with options these, and what was taken out of them."""
    written = row.cell("kind").lower()
    if written == TRUE_FALSE:
        return QuestionKind.CHOICE, _truth(row, wording), ()
    kind = _kind(row, written)
    if kind not in _WITH_OPTIONS:
        return kind, (), ()
    safe = [(tamed(option.text), option.right, tamed(option.why)) for option in row.options]
    lost = tuple(says for text, _, why in safe for says in (*text.lost, *why.lost))
    return kind, tuple(OptionDraft(on_one_line(text.text), right, why.text) for text, right, why in safe), lost


def _kind(row: _Row, written: str) -> QuestionKind:
    if not written:
        if all(option.right for option in row.options):
            return QuestionKind.TEXT
        return QuestionKind.CHOICE if sum(option.right for option in row.options) == 1 else QuestionKind.MULTIPLE
    try:
        return QuestionKind(written)
    except ValueError:
        allowed = quoted((*QuestionKind, TRUE_FALSE))
        says = message("expected one of {allowed}, found {found}", allowed=allowed, found=as_toml(written))
        raise _Unfit(says) from None


def _truth(row: _Row, wording: Wording) -> tuple[OptionDraft, ...]:
    word = row.options[0].text.strip().lower()
    if len(row.options) > 1 or word not in _TRUE | _FALSE:
        raise _Unfit(
            message('expected the answer "true" or "false", found {found}', found=as_toml(row.options[0].text))
        )
    is_true = word in _TRUE
    return OptionDraft(wording.say("True"), is_true), OptionDraft(wording.say("False"), not is_true)


def _tolerance(row: _Row, kind: QuestionKind) -> float | None:
    written = row.cell("tolerance")
    if not written:
        return None
    if kind is not QuestionKind.NUMBER:
        raise _Unfit(message('only a question of kind "number" has a tolerance, not "{kind}"', kind=kind))
    try:
        tolerance = float(written)
    except ValueError:
        tolerance = -1.0
    if not 0 <= tolerance < float("inf"):
        raise _Unfit(message("expected a number ≥ 0 as tolerance, found {found}", found=as_toml(written)))
    return tolerance or None


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"
