"""Reads a question: `slug.md` with a `kind`, a prompt, a line `---` and an explanation."""

from collections.abc import Iterator

from quizapp.message import message
from quizapp.packs.front_matter import Document
from quizapp.packs.model import Question, Text
from quizapp.packs.options import join_options, option_mismatches
from quizapp.packs.problems import PackError
from quizapp.packs.question_demands import Given, demand_problems
from quizapp.packs.question_parts import Parts, take_apart
from quizapp.packs.tables import convert
from quizapp.packs.texts import (
    Desk,
    Place,
    note_prose_problems,
    note_source_problem,
    prose,
    read_translations,
    title_of,
    translated_title,
)
from quizapp.packs.written import WrittenQuestion


def read_question(desk: Desk, place: Place, document: Document) -> Question:
    """Make a question of its file and the siblings beside it; notes problems at the desk.

    Raises:
        PackError: if its front matter or its parts can't be made out.
    """
    written = convert(document.front, WrittenQuestion)
    translations = read_translations(desk, place.lesson, place.slug)
    bodies = {desk.language: document.body, **{code: other.body for code, other in translations.items()}}
    parts = {code: take_apart(body, written.kind) for code, body in bodies.items()}
    native = parts[desk.language]
    for body in bodies.values():
        note_prose_problems(desk, body)
    note_source_problem(desk, document.front, written.source)
    desk.problems.extend(demand_problems(Given(document.front, written, native)))
    for code in translations:
        desk.problems.extend(_mismatches(native, parts[code]))
    prompts = {code: part.prompt for code, part in parts.items()}
    title = title_of(desk, document.front, written.title, prompts, place.slug)
    return Question(
        id=place.id,
        folder=desk.files.root / place.lesson,
        title=translated_title(title, translations),
        kind=written.kind,
        prompt=Text(desk.language, {code: part.text for code, part in parts.items()}),
        explanation=prose(desk, {code: part.explanation for code, part in parts.items()}),
        code=None if native.code is None else native.code.text,
        runs=native.runs,
        options=join_options(desk.language, {code: part.options for code, part in parts.items()}),
        lines=_lines(native),
        answers=tuple(written.answers),
        observe=written.observe,
        asks=written.asks,
        shares_with=written.shares_with,
        tolerance=written.tolerance,
        concepts=tuple(written.concepts),
        claims=tuple(written.claims),
        source=written.source,
    )


def _lines(native: Parts) -> tuple[str, ...]:
    return () if native.order is None else tuple(line for line in native.order.lines() if line.strip())


def _mismatches(native: Parts, other: Parts) -> Iterator[PackError]:
    """Yield where another language's body does not go with the pack's own."""
    original = native.prompt.path.name
    yield from option_mismatches(native.options, other.options, original)
    if len(native.options) != len(other.options):
        says = message(
            "expected {count} options as in {original}, found {found}",
            count=len(native.options),
            original=original,
            found=len(other.options),
        )
        yield other.prompt.problem(says, 1)
    for repeated in (other.code, other.order):
        if repeated is not None:
            says = message("this code block stands in {original} already; leave it out here", original=original)
            yield repeated.problem(says, 0)
