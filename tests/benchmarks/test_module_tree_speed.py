"""Prints how soon a module of a thousand modules is seen as a tree, and a large vocabulary as rows.

`make benchmark` runs it.
"""

import statistics
import time

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.embedding_view import EmbeddingView
from quizapp.desktop.widgets.inspector.module_view import ModuleView
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.observation import ModuleSeen, Observation, SubmoduleSeen, TensorSeen, Values
from quizapp.settings import LookChoice
from quizapp.wording import Wording

pytestmark = pytest.mark.benchmark

TIMES = 10
BLOCKS = 333


def tensor(rows: int, width: int, identity: int) -> TensorSeen:
    numbers = np.random.default_rng(identity).normal(size=(rows, width)).astype(np.float32)
    values = Values(numbers.tobytes())
    gradient = TensorSeen(dtype="float32", shape=numbers.shape, values=values)
    return TensorSeen(
        dtype="float32",
        shape=numbers.shape,
        identity=identity,
        values=values,
        gradient=gradient,
        requires_grad=True,
        moved=True,
    )


def large_module() -> ModuleSeen:
    """Return a thousand modules in blocks of three, with two parameters and two buffers each block."""
    names = [
        (f"blocks.{number}{below}", kind)
        for number in range(BLOCKS)
        for below, kind in (("", "Block"), (".fc", "Linear"), (".norm", "BatchNorm1d"))
    ]
    own = [name for name, kind in names if kind != "Block"]
    return ModuleSeen(
        type_name="Net",
        training=True,
        submodules=tuple(SubmoduleSeen(name, kind, True) for name, kind in (("", "Net"), ("blocks", "List"), *names)),
        parameters=tuple(
            (f"{name}.{part}", tensor(16, 16, 2 * number + at))
            for number, name in enumerate(own)
            for at, part in enumerate(("weight", "bias"))
        ),
        buffers=(),
    )


def shown(view: ModuleView | EmbeddingView, got: Observation, expected: Observation | None) -> float:
    """Return the seconds until a value is seen."""
    start = time.perf_counter()
    view.show_subject(Subject("net", got, expected), ())
    view.grab()
    return time.perf_counter() - start


def test_large_values_are_soon_seen(qapp: QApplication, qtbot: QtBot) -> None:
    appearance = Appearance(Wording("en"), LookChoice.LIGHT)
    net, table = large_module(), tensor(100_000, 16, 1)
    cases: tuple[tuple[str, type[ModuleView] | type[EmbeddingView], Observation, Observation | None], ...] = (
        ("1,001 modules", ModuleView, net, None),
        ("the same beside the expected", ModuleView, net, net),
        ("100,000 rows", EmbeddingView, table, None),
    )
    for name, make, got, expected in cases:
        view = make(appearance)
        qtbot.addWidget(view)
        view.resize(420, 600)
        taken = sorted(shown(view, got, expected) for _ in range(TIMES))
        print(f"\n{name:<30} p50 {statistics.median(taken) * 1000:6.1f} ms   worst {taken[-1] * 1000:6.1f} ms", end="")
