"""A pack to bring things into, a notebook to bring in, and a way to read what came of it."""

import json
from pathlib import Path
from typing import Any

from quizapp.packs.model import Item, Pack
from quizapp.packs.reading import read_pack

PACK = 'format = 1\nid = "trial"\nversion = "1"\ntitle = "Trial"\nlessons = []\n'


def make_pack(root: Path, language: str = "en") -> Pack:
    root.mkdir(parents=True)
    (root / "pack.toml").write_text(f'{PACK}language = "{language}"\n', encoding="utf-8")
    return read_pack(root).pack


def items_of(root: Path) -> tuple[Item, ...]:
    reading = read_pack(root)
    assert reading.problems == ()
    return reading.pack.items()


def prose(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": text}


def code(text: str, **nbgrader: Any) -> dict[str, Any]:
    metadata = {"nbgrader": nbgrader} if nbgrader else {}
    return {"cell_type": "code", "metadata": metadata, "source": text.splitlines(keepends=True), "outputs": []}


def given(text: str) -> dict[str, Any]:
    return code(text, grade=False, solution=False, locked=True, grade_id="given")


def solution(text: str, grade_id: str = "flip") -> dict[str, Any]:
    return code(text, grade=False, solution=True, locked=False, grade_id=grade_id)


def checks(text: str, points: float = 2) -> dict[str, Any]:
    return code(text, grade=True, solution=False, locked=True, grade_id="t", points=points)


def write_notebook(path: Path, *cells: dict[str, Any], nbformat: Any = 4, **metadata: Any) -> Path:
    path.write_text(json.dumps({"nbformat": nbformat, "nbformat_minor": 5, "metadata": metadata, "cells": cells}))
    return path


FLIP = (
    prose("# Homework\n\nWelcome."),
    given("import torch\n\ndef data():\n    return torch.arange(6.0).view(2, 3)"),
    prose("## Transpose\n\nWrite `flip(x)`."),
    solution("def flip(x):\n    ### BEGIN SOLUTION\n    return x.t()\n    ### END SOLUTION"),
    checks('y = flip(data())\nassert y.shape == (3, 2), "its shape"\nassert torch.allclose(y, data().T)'),
)
