"""A small pack that weighs its checks, a class that hands things in, right, wrong and hostile, and its table."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizapp.classroom.grading.grade import Graded, grade
from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.judges.jobs import JudgeAll
from quizapp.classroom.grading.judges.progress import NAME, Progress
from quizapp.classroom.grading.results.report import report_page
from quizapp.classroom.grading.results.table import Table, TableRow
from quizapp.classroom.grading.results.written import table_as_csv, table_as_json
from quizapp.classroom.grading.submissions.collecting import Class
from quizapp.classroom.grading.submissions.journals import Choice
from quizapp.classroom.record import record_exercise
from quizapp.packs.model import Card, Exercise, Item, Pack
from quizapp.packs.reading import read_pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording

ENGLISH = Wording("en")

RIGHT = "y = 2 * x\nz = y.sum()\n"
SQUARE = "y = x ** 2\nz = y.sum()\n"
HALF = "y = 2 * x\nz = y.mean()\n"
STARTER = "y = x\nz = 0\n"

_FILES = {
    "pack.toml": """\
format = 1
id = "sample"
version = "1.0"
title = { en = "Sample", zh = "示例" }
lessons = ["first"]

[concepts]
powers = { en = "Powers & factors", zh = "幂与倍数" }
""",
    "first/lesson.toml": """\
title = { en = "First", zh = "第一课" }
summary = { en = "All of it.", zh = "全部。" }
items = ["double", "order", "halve", "why"]
""",
    "first/double/exercise.toml": """\
title = { en = "Double", zh = "加倍" }
concepts = ["powers"]

[limits]
seconds = 2

[[checks]]
observe = "y"
aspects = ["shape"]

[[checks]]
observe = "y"
aspects = ["value"]
weight = 2.5

[[checks]]
observe = "z"
weight = 0.5

[[rules]]
must_not_call = "exec"

[[variants]]
name = "short"
inputs = { x = "torch.arange(3.)" }

[[variants]]
name = "long"
inputs = { x = "torch.arange(5.) + 3" }

[[mistakes]]
name = "square"
feedback = { en = "`**` is a power, *not* a product.", zh = "`**` 是乘方。" }
concept = "powers"
""",
    "first/double/prompt.md": "Twice `x`.\n",
    "first/double/starter.py": STARTER,
    "first/double/solution.py": RIGHT,
    "first/double/mistakes/square.py": SQUARE,
    "first/halve/exercise.toml": 'title = "Halve"\n\n[[checks]]\nobserve = "y"\n',
    "first/halve/prompt.md": "Half of one.\n",
    "first/halve/starter.py": "y = 1\n",
    "first/halve/solution.py": "y = 0.5\n",
    "first/order.md": """\
+++
kind = "order"
title = "In order"
+++
What comes first?

```python order
a = 1
b = a
print(b)
```

---

Names first.
""",
    "first/why.md": """\
+++
kind = "choice"
title = "Why"
+++
Why?

- [x] Because
- [ ] Why not

---

So.
""",
}


def write_pack(folder: Path, sandbox: Sandbox) -> Pack:
    """Write the pack and record its expectations."""
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    reading = read_pack(folder)
    assert [] == [str(problem) for problem in reading.problems]
    for item in reading.pack.items():
        if isinstance(item, Exercise):
            record_exercise(item, sandbox, "any")
    return reading.pack


def hand_in(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write what the class hands in."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def notebook(*cells: tuple[str, str], kind: str = "code") -> str:
    """Return a notebook of cells, each with a tag, "" for none."""
    return json.dumps(
        {
            "cells": [
                {"cell_type": kind, "metadata": {"tags": [tag] if tag else []}, "source": source.splitlines(True)}
                for tag, source in cells
            ],
            "nbformat": 4,
        }
    )


def class_of(folder: Path, pack: Pack, *, only: tuple[str, ...] = (), choice: Choice = Choice.BEST) -> Class:
    """Return a class that is asked for these items (slugs), or for all that anybody handed in."""
    of_pack: tuple[Item, ...] = tuple(item for item in pack.items() if not isinstance(item, Card))
    items = tuple(item for item in of_pack if not only or item.id.rpartition("/")[2] in only)
    return Class(folder, items, of_pack, choice, asks_for_all=bool(only))


def grade_class(
    of_class: Class, pack: Pack, out: Path, judge_all: JudgeAll, *, points_per_item: float | None = None
) -> Graded:
    """Grade a class, with its progress in this folder."""
    out.mkdir(parents=True, exist_ok=True)
    with Progress(out / NAME) as progress:
        return grade(pack, of_class, progress, judge_all, points_per_item=points_per_item)


def grade_files(
    tmp_path: Path,
    pack: Pack,
    sandbox: Sandbox,
    files: dict[str, str | bytes],
    *only: str,
    choice: Choice = Choice.BEST,
) -> Table:
    """Grade files handed in."""
    of_class = class_of(hand_in(tmp_path / "class", files), pack, only=only, choice=choice)
    return grade_class(of_class, pack, tmp_path / "out", judging_here(sandbox, 2)).table


def in_short(table: Table) -> list[tuple[str, str, float, str]]:
    """Return student, item, points and outcome of each row, also of those that don't count."""
    return [(row.student.label, _slug(row), row.points, row.outcome) for row in (*table.rows, *table.loose)]


def _slug(row: TableRow) -> str:
    return row.item.id.rpartition("/")[2] if row.item is not None else ""


def as_files(table: Table) -> tuple[bytes, bytes, bytes]:
    """Return everything that is written of a table."""
    return table_as_csv(table, ENGLISH), table_as_json(table, ENGLISH), report_page(table, ENGLISH)


HOSTILE = {
    "loops": "while True:\n    pass\n",
    "sleeps": "import time\ntime.sleep(1000)\n",
    "stops itself": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\n",
    "floods": "while True:\n    print('flood ' * 1000)\n",
    "leaves": "import os\nos._exit(0)\n",
    "exits": "import sys\nsys.exit(0)\n",
    "crashes": "import ctypes\nctypes.string_at(0)\n",
    "takes all memory": "import torch\ny = torch.ones(10**12)\n",
    "kills its parent": "import os\nos.kill(os.getppid(), 9)\n" + RIGHT,
    "forks": "import os\nwhile True:\n    os.fork()\n",
    "reads": "open('/etc/shadow').read()\n",
    "calls home": "import socket\nsocket.create_connection(('127.0.0.1', 80), 1)\n",
    "nests": "y = " + "(" * 5000 + ")" * 5000 + "\n",
    "negates": "y = " + "-" * 100_000 + "1\n",
    "says HTML": "raise ValueError('<script>alert(1)</script>')\n",
    "patches": "import torch\ntorch.equal = torch.allclose = lambda *a, **k: True\ny = x\nz = 0\n",
    "recurses": "def f():\n    return f()\nf()\n",
    "lies": "class Y:\n    __class__ = type(x)\n    shape = (3,)\ny = Y()\nz = 0\n",
    "hands over too much": "y = [[0] * 1000 for _ in range(10000)]\nz = 0\n",
    "breaks the rule": "exec('y = 2 * x')\nz = y.sum()\n",
    "interrupts": "raise KeyboardInterrupt\n",
}
"""Programs that mean harm, by what they do; one each."""


def large_class(folder: Path, count: int) -> Path:
    """Write so many students' attempts: right, known mistakes, half right, no Python, hostile; no two alike."""
    usual = (RIGHT, SQUARE, HALF, "y = 2 * x\n", "y = = x\n", RIGHT)
    hostile = list(HOSTILE.values())
    for number in range(count):
        code = hostile[number // 6 % len(hostile)] if number % 6 == 5 and number // 6 < len(hostile) else None
        own = f"# student {number}\n{code or usual[number % len(usual)]}"
        hand_in(folder, {f"student {number:04}/double.py": own})
    hand_in(folder, {"empty/double.py": b"", "binary/double.py": b"\x7fELF\0\0", "nothing/read me.txt": b"sorry"})
    return folder


@contextmanager
def bench(at_once: int) -> Iterator[JudgeAll]:
    """A sandbox for a whole class."""
    with Sandbox(standbys=at_once, in_bulk=True) as sandbox:
        sandbox.wait_until_ready()
        yield judging_here(sandbox, at_once)
