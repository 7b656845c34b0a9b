"""Prints how soon a 1000 x 1000 tensor is seen in the inspector, and what pointing at it costs.

`make benchmark` runs it.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.theme import Theme
from quizapp.desktop.widgets.inspector.grid import Grid
from quizapp.desktop.widgets.inspector.heat_map import HeatMap
from quizapp.desktop.widgets.inspector.inspector import Inspector
from quizapp.desktop.widgets.inspector.kinds import Kind
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import Observation
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.wording import Wording

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

CODE = """import torch
small = torch.arange(12.).reshape(3, 4)
big = torch.randn(1000, 1000)
turned = big.T
wide = big.T.contiguous()
"""
KINDS = (Kind.SUMMARY, Kind.VALUES, Kind.DIFFERENCE)
TIMES = 10
MOVES = 200


@pytest.fixture(scope="module")
def seen(sandbox: Sandbox) -> dict[str, Observation]:
    return sandbox.run(Program(code=CODE, observe=("small", "big", "turned", "wide"))).observations


def opened(qapp: QApplication, qtbot: QtBot) -> Inspector:
    appearance = Appearance(Wording("en"), LookChoice.LIGHT)
    Theme(qapp, appearance).put_on_sheet()
    inspector = Inspector(appearance)
    qtbot.addWidget(inspector)
    inspector.resize(460, 640)
    with qtbot.waitExposed(inspector):
        inspector.show()
    return inspector


def milliseconds(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p95 = ordered[int(len(ordered) * 0.95)]
    return (
        f"p50 {statistics.median(ordered) * 1000:6.1f} ms   p95 {p95 * 1000:6.1f} ms   worst {ordered[-1] * 1000:6.1f}"
    )


def show(inspector: Inspector, seen: dict[str, Observation]) -> None:
    big = Subject("big", seen["big"], seen["wide"])
    inspector.show_subjects((big, Subject("turned", seen["turned"]), Subject("small", seen["small"])))
    paint(inspector)


def look_as(inspector: Inspector, kind: Kind) -> None:
    inspector.look_as(kind)
    paint(inspector)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paint(widget: QWidget) -> None:
    """Handle what is due, layout and painting included."""
    QApplication.processEvents()
    widget.repaint()
    QApplication.processEvents()


def move_to(widget: QWidget, x: float, y: float) -> None:
    where = QPointF(x, y)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, where, widget.mapToGlobal(where), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)
    paint(widget)


def test_first_picture(seen: dict[str, Observation], qapp: QApplication, qtbot: QtBot) -> None:
    taken: dict[Kind, list[float]] = {kind: [] for kind in KINDS}
    for _ in range(TIMES):
        inspector = opened(qapp, qtbot)
        taken[Kind.SUMMARY].append(timed(partial(show, inspector, seen)))
        for kind in KINDS[1:]:
            taken[kind].append(timed(partial(look_as, inspector, kind)))
        inspector.close()

    for kind, seconds in taken.items():
        print(f"\nfirst picture, {kind:<11} {milliseconds(seconds)}", end="")


@pytest.mark.parametrize(("kind", "what"), [(Kind.SUMMARY, HeatMap), (Kind.VALUES, Grid), (Kind.DIFFERENCE, HeatMap)])
def test_pointing(
    seen: dict[str, Observation], kind: Kind, what: type[QWidget], qapp: QApplication, qtbot: QtBot
) -> None:
    inspector = opened(qapp, qtbot)
    show(inspector, seen)
    look_as(inspector, kind)
    part = next(each for each in inspector.findChildren(what) if each.isVisible())
    target = part.viewport() if isinstance(part, Grid) else part
    places = np.random.default_rng(0).uniform(0.1, 0.9, size=(MOVES, 2))

    taken = [timed(partial(move_to, target, x * target.width(), y * target.height())) for x, y in places]

    print(f"\npointing, {kind:<11} {milliseconds(taken)}", end="")


def test_what_the_import_costs() -> None:
    code = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"
    before = "import numpy, PySide6.QtWidgets, quizapp.judging.verdict, quizapp.desktop.appearance; "
    for module in ("quizapp.desktop.widgets.inspector.inspector", "pyqtgraph"):
        command = [sys.executable, "-c", before + code.format(module)]
        taken = [float(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(TIMES)]
        print(f"\nimport {module.split('.')[-1]:<11} {milliseconds(taken)}", end="")
