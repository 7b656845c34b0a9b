"""The report of a class as one HTML page that needs nothing beside it: who, what, which mistake, what was hard."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from quizapp.classroom.grading.results.report_style import STYLE
from quizapp.classroom.grading.results.summary import Hardness, Misconception, hardest, misconceptions, unchanged
from quizapp.classroom.grading.results.table import MISSING, Table, TableRow
from quizapp.classroom.grading.results.telling import outcome_words, row_feedback, row_findings, row_sentence
from quizapp.classroom.grading.submissions.handed_in import Student
from quizapp.markdown import bare_html
from quizapp.sandbox.text import readable
from quizapp.wording import Wording
from quizapp.wording.grading import number, points_words
from quizapp.wording.percent import percent_words

# Whatever gets into the page in spite of all: nothing in it is run or loaded.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def report_page(table: Table, wording: Wording) -> bytes:
    """Return the page, in UTF-8; no text of a student's or an author's is taken for HTML in it."""
    title = wording.say("Grades: {title}", title=table.pack.title.read(wording.language))
    parts = [
        f'<!doctype html>\n<html lang="{_html_language(wording)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n",
        *_head(title, table, wording),
        *_notices(table, wording),
        *_class(table, wording),
        *_misconceptions(table, wording),
        *_unchanged(table, wording),
        *_hardest(table, wording),
        *_students(table, wording),
        *_loose(table, wording),
        "</body>\n</html>\n",
    ]
    return "".join(parts).encode()


def _head(title: str, table: Table, wording: Wording) -> Iterator[str]:
    say = wording.say
    judged = [row for row in table.rows if row.outcome != MISSING]
    passed = sum(row.passed for row in judged)
    version = say("{pack}, version {version}", pack=table.pack.id, version=table.pack.version)
    yield f'<h1>{_text(title)}</h1>\n<p class="muted">{_text(version)}</p>\n<div class="figures">\n'
    for figure, what in (
        (str(len(table.students)), say("students")),
        (str(len(judged)), say("handed in")),
        (percent_words(passed / len(judged) if judged else 0.0, wording), say("of it passed")),
    ):
        yield f'<div class="figure"><b>{_text(figure)}</b>{_text(what)}</div>\n'
    yield "</div>\n"


def _notices(table: Table, wording: Wording) -> Iterator[str]:
    if table.notices:
        head = wording.say("Please look at this first")
        said = "".join(f"<p>{_text(wording.sentence(says))}</p>\n" for says in table.notices)
        yield f'<div class="panel notice" role="note"><h3>{_text(head)}</h3>\n{said}</div>\n'


def _class(table: Table, wording: Wording) -> Iterator[str]:
    say = wording.say
    student_head, points_head = say("Student"), say("Points")
    yield _heading(say("The class"))
    yield f'<div class="scroll"><table class="class"><thead><tr><th scope="col">{_text(student_head)}</th>'
    for item in table.items:
        yield f'<th scope="col">{_code(item.title.read(wording.language))}</th>'
    yield f'<th scope="col" class="number">{_text(points_head)}</th></tr></thead>\n<tbody>\n'
    for place, student in enumerate(table.students):
        rows = table.rows_of(student)
        yield f'<tr><th scope="row"><a href="#student-{place}">{_text(student.label)}</a></th>'
        yield from (_mark(row, wording) for row in rows)
        yield f'<td class="number">{_text(_sum(rows, wording))}</td></tr>\n'
    yield "</tbody></table></div>\n"


def _mark(row: TableRow, wording: Wording) -> str:
    """Return one cell of the class' table: a mark, a word beside it, never a colour alone."""
    if row.outcome == MISSING:
        return f'<td class="muted">– {_text(outcome_words(row, wording))}</td>'
    points = _text(points_words(row.points, row.of, wording))
    if row.passed:
        return f'<td class="ok">✓ {points}</td>'
    why = row.mistake or outcome_words(row, wording)
    return f'<td class="{"warn" if row.points else "bad"}">✗ {points}<br>{_text(why)}</td>'


def _misconceptions(table: Table, wording: Wording) -> Iterator[str]:
    found = misconceptions(table)
    yield _heading(wording.say("Misconceptions"))
    if not found:
        none = wording.say("No known mistake was recognised.")
        yield f"<p>{_text(none)}</p>\n"
    for each in found:
        yield from _misconception(each, table, wording)


def _misconception(each: Misconception, table: Table, wording: Wording) -> Iterator[str]:
    titled = table.pack.concepts.get(each.concept)
    name = titled.read(wording.language) if titled is not None else each.concept or wording.say("Other mistakes")
    how_many = wording.say_many(
        "{count} student, {share} of the class", "{count} students, {share} of the class", each.students,
        share=percent_words(each.share, wording),
    )  # fmt: skip
    yield f'<div class="panel"><h3>{_code(name)}</h3><p class="muted">{_text(how_many)}</p>{_bar(each.share)}\n'
    for place in each.seen:
        title = place.exercise.title.read(wording.language)
        yield f"<p><b>{_code(title)}</b> · {_text(place.mistake.name)} · {len(place.students)}</p>\n"
        yield _markdown(place.mistake.feedback.read(wording.language))
    yield "</div>\n"


def _unchanged(table: Table, wording: Wording) -> Iterator[str]:
    if not (found := unchanged(table)):
        return
    yield _heading(wording.say("Starters handed in unchanged"))
    yield '<div class="panel">\n'
    for student, exercises in found.items():
        titles = wording.say(", ").join(exercise.title.read(wording.language) for exercise in exercises)
        yield f"<p><b>{_text(student.label)}</b> · {_code(titles)}</p>\n"
    yield "</div>\n"


def _hardest(table: Table, wording: Wording) -> Iterator[str]:
    say = wording.say
    item_head, heads = say("Item"), (say("Passed"), say("Handed in"), say("Points earned"))
    yield _heading(say("Hardest first"))
    yield f'<div class="scroll"><table><thead><tr><th scope="col">{_text(item_head)}</th>'
    yield "".join(f'<th scope="col" class="number">{_text(head)}</th>' for head in heads) + "</tr></thead>\n<tbody>\n"
    yield from (_hardness(each, wording) for each in hardest(table))
    yield "</tbody></table></div>\n"


def _hardness(each: Hardness, wording: Wording) -> str:
    passed, points = (percent_words(share, wording) for share in (each.passed_share, each.points_share))
    return (
        f'<tr><th scope="row">{_code(each.item.title.read(wording.language))}</th>'
        f'<td class="number">{each.passed} · {_text(passed)}{_bar(each.passed_share)}</td>'
        f'<td class="number">{each.handed_in}</td><td class="number">{_text(points)}</td></tr>\n'
    )


def _students(table: Table, wording: Wording) -> Iterator[str]:
    yield _heading(wording.say("Student by student"))
    for place, student in enumerate(table.students):
        yield from _student(place, student, table.rows_of(student), wording)


def _student(place: int, student: Student, rows: tuple[TableRow, ...], wording: Wording) -> Iterator[str]:
    yield f"<details><summary><b>{_text(student.label)}</b> "
    # What a link leads to is unfolded only if it lies inside.
    yield f'<span class="muted">{_text(_sum(rows, wording))}</span></summary>\n<a id="student-{place}"></a>\n'
    for row in rows:
        assert row.item is not None
        mark, colour = ("✓", "ok") if row.passed else ("–", "muted") if row.outcome == MISSING else ("✗", "bad")
        yield f'<div><p><b class="{colour}">{mark}</b> <b>{_code(row.item.title.read(wording.language))}</b> '
        points = points_words(row.points, row.of, wording)
        yield f'<span class="muted">{_text(" · ".join(filter(None, (points, row.source))))}</span></p>\n'
        yield f"<p>{_code(row_sentence(row, wording))}</p>\n"
        feedback = row_feedback(row, wording)
        yield _markdown(feedback) if feedback else ""
        yield "".join(f"<p>{_code(said)}</p>\n" for said in row_findings(row, wording)) + "</div>\n"
    yield "</details>\n"


def _loose(table: Table, wording: Wording) -> Iterator[str]:
    if not table.loose:
        return
    say = wording.say
    yield _heading(say("What does not count"))
    yield '<div class="scroll"><table><thead><tr>'
    yield "".join(f'<th scope="col">{_text(head)}</th>' for head in (say("Student"), say("File"), say("Why")))
    yield "</tr></thead>\n<tbody>\n"
    for row in table.loose:
        cells = (_text(row.student.label), _text(row.source), _code(row_sentence(row, wording)))
        yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"
    yield "</tbody></table></div>\n"


def _heading(text: str) -> str:
    return f"<h2>{_text(text)}</h2>\n"


def _sum(rows: Iterable[TableRow], wording: Wording) -> str:
    rows = tuple(rows)
    return points_words(sum(row.points for row in rows), sum(row.of for row in rows), wording)


def _bar(share: float) -> str:
    return f'<div class="bar" aria-hidden="true"><i style="width: {number(100 * share)}%"></i></div>'


def _text(text: str) -> str:
    """Return a text as HTML that is nothing but text; marks that reorder a line stand as they are called."""
    return escape(readable(text))


def _code(text: str) -> str:
    """Return a sentence as HTML; what it has between backticks is set as code."""
    parts = _text(text).split("`")
    if len(parts) % 2 == 0:
        return "`".join(parts)
    return "".join(f"<code>{part}</code>" if place % 2 else part for place, part in enumerate(parts))


def _markdown(text: str) -> str:
    """Return an author's text as HTML; only its Markdown is obeyed."""
    return bare_html(readable(text))


def _html_language(wording: Wording) -> str:
    return "zh-Hans" if wording.language == "zh" else "en"
