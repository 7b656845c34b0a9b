"""A class is graded: who has what for which exercise, whatever was handed in."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from quizapp.classroom.grading.grade import Graded
from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.judges.jobs import Job, JudgeAll, Judgements, Kits, Pace
from quizapp.classroom.grading.judges.progress import NAME
from quizapp.classroom.grading.results.telling import row_sentence
from quizapp.packs.model import Exercise, Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import (
    ENGLISH,
    HALF,
    HOSTILE,
    RIGHT,
    SQUARE,
    STARTER,
    as_files,
    class_of,
    grade_class,
    grade_files,
    hand_in,
    in_short,
    notebook,
)


def test_points_are_the_weights_of_the_checks_that_hold(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {
        "ann/double.py": RIGHT,
        "bob/double.py": HALF,
        "cem/double.py": SQUARE,
        "dan/double.py": STARTER,
        "eve/double.py": HOSTILE["breaks the rule"],
        "fay/double.py": "y = 2 * x\nz = y.sum()\nraise ValueError\n",
    }

    table = grade_files(tmp_path, pack, sandbox, files)

    assert in_short(table) == [
        ("ann", "double", 4.0, "finished"),
        ("bob", "double", 3.5, "finished"),
        ("cem", "double", 1.0, "finished"),
        ("dan", "double", 0.0, "finished"),
        ("eve", "double", 0.0, "finished"),
        ("fay", "double", 0.0, "raised"),
    ]
    assert [("square", "powers") if row.student.name == "cem" else (None, None) for row in table.rows] == [
        (row.mistake, row.concept) for row in table.rows
    ]


def test_what_can_not_be_used_is_a_row_with_a_sentence(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    (tmp_path / "class" / "link").mkdir(parents=True)
    (tmp_path / "class" / "link" / "double.py").symlink_to("/etc/passwd")
    files: dict[str, str | bytes] = {
        "blank/double.py": " \n",
        "binary/double.py": b"\x89PNG\0\0",
        "huge/double.py": "x = 1\n" * 200_000,
        "latin/double.py": "y = 2 * x  # M\xe4dchen\n".encode("latin-1"),
        "other/notes.txt": "I was ill.",
        "lost/homework.py": RIGHT,
    }

    table = grade_files(tmp_path, pack, sandbox, files)

    assert {row.student.name: row_sentence(row, ENGLISH) for row in (*table.rows, *table.loose)} == {
        "blank": "It is empty.",
        "binary": "It holds binary data and no text; hand in the file with the code.",
        "huge": "It is larger than 1 MiB; is it the right file?",
        "latin": "It is not UTF-8 text (see line 1); save it as UTF-8.",
        "link": "It is a link to another file; hand in the file itself.",
        "other": "There is nothing to judge in it: no .py, .ipynb, .jsonl.",
        "lost": "Its name tells no exercise of the pack; name it LESSON/EXERCISE.py.",
    }
    assert {0.0} == {row.points for row in table.rows}


def test_what_nobody_handed_in_is_asked_only_if_it_was_asked(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {"ann/double.py": RIGHT}

    assert in_short(grade_files(tmp_path, pack, sandbox, files)) == [("ann", "double", 4.0, "finished")]
    assert in_short(grade_files(tmp_path, pack, sandbox, files, "double", "halve")) == [
        ("ann", "double", 4.0, "finished"),
        ("ann", "halve", 0.0, "missing"),
    ]


def test_of_several_files_the_one_with_the_most_points_counts(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {"ann/double.py": SQUARE, "ann/double_2.py": RIGHT, "ann/double_3.py": b""}

    (row,) = grade_files(tmp_path, pack, sandbox, files).rows

    assert ("ann/double_2.py", 3, 4.0) == (row.source, row.handed_in, row.points)


def test_the_starter_earns_nothing_in_a_notebook_either(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    cells = notebook(("quizapp:first/double", f"# quizapp: first/double\n{STARTER}"))

    (row,) = grade_files(tmp_path, pack, sandbox, {"ann/homework.ipynb": cells}).rows

    assert (0.0, "The starter as it was given out.") == (row.points, row_sentence(row, ENGLISH))


def test_cells_of_a_notebook_are_graded_each_for_its_exercise(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    cells = notebook(
        ("quizapp:first/double", "%matplotlib inline\ny = 2 * x\n"),
        ("", "print('mine')"),
        ("", "# quizapp: first/halve\ny = 0.5\n"),
        ("quizapp:first/double", "z = y.sum()\n"),
        ("quizapp:first/nothing", "y = 1\n"),
    )

    table = grade_files(tmp_path, pack, sandbox, {"ann/homework.ipynb": cells})

    assert in_short(table) == [
        ("ann", "double", 4.0, "finished"),
        ("ann", "halve", 1.0, "finished"),
        ("ann", "", 0.0, "unusable"),
    ]


def counting(judge_all: JudgeAll, counts: list[int]) -> JudgeAll:
    """Return what judges likewise, and counts how many jobs it was handed."""

    def judge(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
        handed = list(jobs)
        counts.append(len(handed))
        yield from judge_all(iter(handed), kits, pace)

    return judge


@pytest.fixture
def three(tmp_path: Path) -> Path:
    files: dict[str, str | bytes] = {"ann/double.py": RIGHT, "bob/double.py": SQUARE, "cem/double.py": RIGHT}
    return hand_in(tmp_path / "class", files)


def test_equal_work_is_judged_once_and_what_was_judged_is_not_judged_again(
    tmp_path: Path, three: Path, pack: Pack, sandbox: Sandbox
) -> None:
    counts: list[int] = []
    judge_all = counting(judging_here(sandbox, 2), counts)

    first = grade_class(class_of(three, pack), pack, tmp_path / "out", judge_all)
    (three / "bob/double.py").write_text(HALF)
    second = grade_class(class_of(three, pack), pack, tmp_path / "out", judge_all)

    assert [2, 1] == counts
    assert [(2, 0), (1, 1)] == [(graded.new, graded.kept) for graded in (first, second)]
    assert [4.0, 3.5, 4.0] == [row.points for row in second.table.rows]


def test_another_version_of_the_pack_or_other_expectations_are_judged_anew(
    tmp_path: Path, three: Path, pack: Pack, sandbox: Sandbox
) -> None:
    def new(of_pack: Pack) -> int:
        return grade_class(class_of(three, of_pack), of_pack, tmp_path / "out", judging_here(sandbox, 2)).new

    item = pack.find("sample/first/double")
    assert isinstance(item, Exercise)
    easier = msgspec.structs.replace(item, checks=item.checks[:1])
    lesson = msgspec.structs.replace(pack.lessons[0], items=(easier,))

    assert [2, 0, 2, 2] == [
        new(pack),
        new(pack),
        new(msgspec.structs.replace(pack, version="1.1")),
        new(msgspec.structs.replace(pack, lessons=(lesson,))),
    ]


def test_a_line_that_was_half_written_is_judged_again(
    tmp_path: Path, three: Path, pack: Pack, sandbox: Sandbox
) -> None:
    def graded() -> Graded:
        return grade_class(class_of(three, pack), pack, tmp_path / "out", judging_here(sandbox, 2))

    whole = graded()
    progress = tmp_path / "out" / NAME
    progress.write_bytes(progress.read_bytes()[:-20])
    again = graded()

    assert (2, 1, 0) == (whole.new, again.new, graded().new)
    assert as_files(whole.table) == as_files(again.table)


def test_a_stop_keeps_what_was_judged_and_ends_what_runs(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {f"student {n}/double.py": f"# {n}\n{RIGHT}" for n in range(6)}
    of_class = class_of(hand_in(tmp_path / "class", files), pack)

    def stopped_after_two(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
        for done, judged in enumerate(judging_here(sandbox, 2)(jobs, kits, pace), 1):
            yield judged
            if done == 2:
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grade_class(of_class, pack, tmp_path / "out", stopped_after_two)
    rest = grade_class(of_class, pack, tmp_path / "out", judging_here(sandbox, 2))

    assert (4, 2) == (rest.new, rest.kept)


def test_code_that_breaks_its_judge_is_its_own_loss_and_is_judged_again_the_next_time(
    tmp_path: Path, three: Path, pack: Pack, sandbox: Sandbox
) -> None:
    class Breaking(Sandbox):
        def run(self, program, limits=None, stopper=None):  # type: ignore[no-untyped-def]
            if "**" in program.code:
                raise ValueError("odd")
            return sandbox.run(program, limits, stopper)

    of_class = class_of(three, pack)
    with Breaking() as breaking:
        broken = grade_class(of_class, pack, tmp_path / "out", judging_here(breaking, 2))
    mended = grade_class(of_class, pack, tmp_path / "out", judging_here(sandbox, 2))

    assert (
        "Judging itself failed (ValueError: odd)." == row_sentence(broken.table.rows[1], ENGLISH).partition(" Look")[0]
    )
    assert ["finished", "not_judged", "finished"] == [row.outcome for row in broken.table.rows]
    assert (1, 2, "finished") == (mended.new, mended.kept + 1, mended.table.rows[1].outcome)


def test_a_name_with_html_or_a_formula_in_it_is_only_text(tmp_path: Path, pack: Pack, sandbox: Sandbox) -> None:
    files: dict[str, str | bytes] = {
        "<script>alert(1)<\\script>/double.py": "raise ValueError('<img src=x>\u202e')\n",
        '=HYPERLINK("x")/double.py': RIGHT,
    }

    table, _, page = as_files(grade_files(tmp_path, pack, sandbox, files))

    assert b"<script" not in page and b"<img" not in page and "\u202e".encode() not in page
    assert b"\"'=HYPERLINK(" in table
