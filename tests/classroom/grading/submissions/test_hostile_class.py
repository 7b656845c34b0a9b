"""A class hands in everything that can lie in a folder: each student is a row with one sentence, and nobody waits."""

import os
import socket
from pathlib import Path

import pytest

from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.results.telling import row_sentence
from quizapp.classroom.grading.submissions.collecting import collect
from quizapp.classroom.grading.submissions.handed_in import Unusable
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import ENGLISH, RIGHT, class_of, grade_class, hand_in, in_short, notebook

PASSED = "Passed: every check holds."
NO_FILE = "It is no ordinary file."
A_LINK = "It is a link to another file; hand in the file itself."
NOTHING = "There is nothing to judge in it: no .py, .ipynb, .jsonl."
NO_NOTEBOOK = "It is no notebook that can be read"
NO_JOURNAL = "It is no journal that can be read; export it again."


def files() -> dict[str, str | bytes]:
    """Return files that may have any content."""
    return {
        "binary/double.py": bytes(range(256)) * 20,
        "many cells/all.ipynb": notebook(
            *(("quizapp:first/double", f"a{n} = {n}") for n in range(10_000)), ("quizapp:first/double", RIGHT)
        ),
        "many words/all.ipynb": notebook(*((f"quizapp:first/{n}", "") for n in range(1_000))),
        "broken json/double.ipynb": "{",
        "deep json/double.ipynb": '{"cells": [], "metadata": ' + "[" * 100_000,
        "no journal/mine.jsonl": bytes(range(256)) * 20,
        "climbs/double.py": "# quizapp: ../../double\n" + RIGHT,
        "..up/double.py": RIGHT,
        "a..b__double.py": RIGHT,
        "two\nlines/double.py": RIGHT,
        "deep/" + "inside/" * 14 + "double.py": RIGHT,
        "honest/double.py": RIGHT,
    }


def add_what_is_no_file(folder: Path) -> None:
    """Add links, pipes, sockets and folders where files are looked for."""
    for name in ("linked", "dangling", "pipe", "socket", "a folder", "circle", "circle and work", "large"):
        (folder / name).mkdir()
    (folder / "linked" / "double.py").symlink_to("/etc/passwd")
    (folder / "dangling" / "double.py").symlink_to("/nowhere/double.py")
    os.mkfifo(folder / "pipe" / "double.py")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(folder / "socket" / "double.py"))
    (folder / "a folder" / "double.py").mkdir()
    (folder / "circle" / "circle").symlink_to(folder / "circle")
    (folder / "circle and work" / "up").symlink_to("..")
    (folder / "circle and work" / "double.py").write_text(RIGHT)
    with (folder / "large" / "double.py").open("wb") as large:
        large.truncate(50 << 20)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_each_is_a_row_with_a_sentence_and_the_rest_is_judged(
    tmp_path: Path, pack: Pack, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = hand_in(tmp_path / "class", files())
    monkeypatch.chdir(folder)  # the path of a socket must be short
    add_what_is_no_file(folder)

    table = grade_class(class_of(folder, pack), pack, tmp_path / "out", judging_here(sandbox, 2)).table

    said = {row.student.name: row_sentence(row, ENGLISH) for row in (*table.rows, *table.loose)}
    assert said == {
        "binary": "It holds binary data and no text; hand in the file with the code.",
        "many cells": PASSED,
        "many words": "It names 1000 items that this pack does not have; the first is first/0.",
        "broken json": f"{NO_NOTEBOOK}: Input data was truncated.",
        "deep json": f"{NO_NOTEBOOK}: maximum recursion depth exceeded while deserializing an object.",
        "no journal": NO_JOURNAL,
        "climbs": "It names ../../double, which is no item of this pack.",
        "..up": PASSED,
        "a..b": PASSED,
        "two\nlines": PASSED,
        "deep": "It lies too deep: folders in folders in folders.",
        "honest": PASSED,
        "linked": A_LINK,
        "dangling": A_LINK,
        "pipe": NO_FILE,
        "socket": NO_FILE,
        "a folder": NOTHING,
        "circle": NOTHING,
        "circle and work": PASSED,
        "large": "It is larger than 1 MiB; is it the right file?",
    }
    assert 20 == len(table.students) == len(table.rows)


def test_where_all_that_was_handed_in_is_of_no_use_the_row_says_so(
    tmp_path: Path, pack: Pack, sandbox: Sandbox
) -> None:
    folder = hand_in(tmp_path / "class", {"ann/double.ipynb": "{", "bob/double.py": RIGHT})

    table = grade_class(class_of(folder, pack), pack, tmp_path / "out", judging_here(sandbox, 2)).table

    assert [("ann", "double", 0.0, "missing"), ("bob", "double", 4.0, "finished"), ("ann", "", 0.0, "unusable")] == (
        in_short(table)
    )
    assert row_sentence(table.rows[0], ENGLISH).startswith("Nothing that was handed in could be judged for it;")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path, pack: Pack) -> None:
    folder = hand_in(tmp_path / "class", {"ann/double.py": RIGHT, "bob/in/double.py": RIGHT, "bob/halve.py": "y = 1"})
    (folder / "ann" / "double.py").chmod(0)
    (folder / "bob" / "in").chmod(0)

    found = list(collect(class_of(folder, pack)))
    (folder / "bob" / "in").chmod(0o700)

    assert [
        ("ann", "sample/first/double", "It can't be read: Permission denied."),
        ("bob", "", "It can't be read: Permission denied."),
        ("bob", "sample/first/halve", ""),
    ] == [
        (each.student.name, each.item, str(each.work.says) if isinstance(each.work, Unusable) else "") for each in found
    ]
