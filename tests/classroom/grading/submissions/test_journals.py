"""A journal that a learner exported is graded: the attempt that counts, and the answers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.classroom.grading.results.telling import row_sentence
from quizapp.classroom.grading.submissions.journals import Choice
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.study.data.lines import head_line, row_line
from quizapp.study.data.stored import StoredRow, microseconds
from quizapp.study.entries import Answered, Attempted, Entry, Undone, encode_entry
from quizapp.study.model import Rating
from tests.classroom.grading.sample import ENGLISH, HALF, RIGHT, SQUARE, grade_files, in_short

BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)


def journal(*entries: Entry) -> bytes:
    """Return an exported journal with these entries; the ids of its rows are r0, r1, …"""
    lines = [
        row_line(StoredRow(f"r{n}", "d", microseconds(BEGIN + timedelta(hours=n)), encode_entry(entry).encode()))
        for n, entry in enumerate(entries)
    ]
    return b"".join([head_line("d", BEGIN), *lines])


def attempted(code: str, *, passed: bool) -> Attempted:
    return Attempted(
        item="sample/first/double",
        code=code,
        passed=passed,
        ending="finished",
        mistake=None,
        seconds=1.0,
        hints=0,
        solution_shown=False,
        rating=None,
    )


def answered(item: str, words: str, *, right: bool = False) -> Answered:
    return Answered(item=f"sample/first/{item}", answer=words, right=right, seconds=1.0, rating=Rating.GOOD)


def test_the_best_attempt_counts_or_the_last(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    data = journal(attempted(SQUARE, passed=False), attempted(RIGHT, passed=True), attempted(HALF, passed=False))

    best = grade_files(tmp_path, pack, sandbox, {"ann.jsonl": data})
    last = grade_files(tmp_path, pack, sandbox, {"ann.jsonl": data}, choice=Choice.LAST)

    assert [("ann", "double", 4.0, "finished")] == in_short(best)
    assert [("ann", "double", 3.5, "finished")] == in_short(last)


def test_what_the_journal_claims_is_not_believed(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    data = journal(attempted(SQUARE, passed=True), answered("why", "Why not", right=True))

    table = grade_files(tmp_path, pack, sandbox, {"ann.jsonl": data})

    assert [("ann", "double", 1.0, "finished"), ("ann", "why", 0.0, "answered")] == in_short(table)


def test_what_was_taken_back_does_not_count(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    data = journal(
        attempted(SQUARE, passed=False),
        attempted(RIGHT, passed=True),
        Undone(item="sample/first/double", row="r1"),
    )

    table = grade_files(tmp_path, pack, sandbox, {"ann/mine.jsonl": data})

    assert [("ann", "double", 1.0, "finished")] == in_short(table)


def test_answers_are_judged(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    right = journal(answered("why", "Because"), answered("order", "a = 1\nb = a\nprint(b)"))
    wrong = journal(answered("why", "Why not"), answered("order", "b = a\na = 1\nprint(b)"))

    table = grade_files(tmp_path, pack, sandbox, {"ann.jsonl": right, "bob.jsonl": wrong})

    assert [row.points for row in table.rows] == [1.0, 1.0, 0.0, 0.0]
    assert ["The answer is right.", "The answer is wrong."] == [
        row_sentence(table.rows[place], ENGLISH) for place in (0, 2)
    ]


def test_a_changed_line_is_told_and_the_others_count(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    data = journal(attempted(RIGHT, passed=True), answered("why", "Why not")).replace(b"Why not", b"Because")

    table = grade_files(tmp_path, pack, sandbox, {"ann.jsonl": data, "bob.jsonl": b"{}\n"})

    assert [("ann", "double", 4.0, "finished"), ("bob", "double", 0.0, "missing")] == in_short(table)[:2]
    assert [
        "1 of its lines can't be read, the first is line 3; the others count.",
        "It is no journal that can be read; export it again.",
    ] == [row_sentence(row, ENGLISH) for row in table.loose]
