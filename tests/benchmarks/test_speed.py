"""Prints how fast the app starts and what it costs in memory. `make benchmark` runs it."""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.benchmarks.x_windows import seconds_until_mapped
from tests.journeys.driver import bare_screen

pytestmark = pytest.mark.benchmark

EMPTY_WINDOW = (
    "import sys; from PySide6.QtWidgets import QApplication, QMainWindow; "
    "app = QApplication(sys.argv); window = QMainWindow(); window.resize(1180, 720); window.show(); app.exec()"
)
LAUNCHES = 15
SETTLING_SECONDS = 1.5


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with bare_screen() as name:
        yield name


def milliseconds(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    p50, p95 = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
    return f"p50 {p50 * 1000:7.1f} ms   p95 {p95 * 1000:7.1f} ms   n {len(ordered)}"


def launch(command: list[str], display: str, home: Path) -> float:
    # What the launch before has left to clean up must not run beside this one.
    time.sleep(SETTLING_SECONDS)
    seconds, process = seconds_until_mapped(command, {"DISPLAY": display, "QUIZAPP_HOME": str(home)})
    process.kill()
    process.wait()
    return seconds


def test_launch_beside_an_empty_window(display: str, tmp_path: Path) -> None:
    quizapp = [str(Path(sys.executable).with_name("quizapp"))]
    # By turns, so that both meet the same machine.
    pairs = [
        (launch([sys.executable, "-c", EMPTY_WINDOW], display, tmp_path), launch(quizapp, display, tmp_path))
        for _ in range(LAUNCHES)
    ]
    empty, app = ([pair[side] for pair in pairs] for side in (0, 1))

    print(f"\nempty QMainWindow   {milliseconds(empty)}\nquizapp             {milliseconds(app)}")
    print(f"quizapp / empty     {statistics.median(app) / statistics.median(empty):.2f}")


def test_memory_of_the_app_and_of_its_whole_tree(display: str, tmp_path: Path) -> None:
    _, process = seconds_until_mapped(
        [str(Path(sys.executable).with_name("quizapp"))], {"DISPLAY": display, "QUIZAPP_HOME": str(tmp_path)}
    )
    app = psutil.Process(process.pid)
    wait_for_standby(app)
    family = [app, *app.children(recursive=True)]
    sizes = [one.memory_full_info().pss for one in family]
    process.kill()
    process.wait()

    print(f"\nPSS of the app      {sizes[0] / 2**20:7.1f} MiB")
    print(f"PSS of the tree     {sum(sizes) / 2**20:7.1f} MiB in {len(sizes)} processes")


def wait_for_standby(app: psutil.Process) -> None:
    """Wait until the fork server has a child and nothing burns processor time any more."""
    deadline = time.monotonic() + 60
    before = -1.0
    while time.monotonic() < deadline:
        family = [app, *app.children(recursive=True)]
        spent = sum(sum(one.cpu_times()[:2]) for one in family)
        if len(family) >= 3 and spent == before:
            return
        before = spent
        time.sleep(0.5)
