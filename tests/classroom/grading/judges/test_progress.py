"""What was judged is found again; a line that can't be read means that its work is judged again."""

from pathlib import Path

import pytest

from quizapp.classroom.grading.judges.judged import Judged
from quizapp.classroom.grading.judges.progress import Progress

JUDGED = Judged(passed=True, points=1.0, of=2.0, outcome="finished")


@pytest.mark.parametrize("line", [b"no JSON", b'{"key": "\xff"}', b'{"x":' * 10_000, b'{"key": "b"}'])
def test_a_line_that_cannot_be_read_is_passed_over(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "progress.jsonl"
    with Progress(path) as progress:
        progress.add("a", JUDGED)
    path.write_bytes(line + b"\n" + path.read_bytes())

    with Progress(path) as progress:
        assert {"a": JUDGED} == progress.judged
