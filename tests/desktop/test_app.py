"""The program as a user starts it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from quizapp.desktop.display import NO_DISPLAY, why_no_window

OPEN = "import sys; from pathlib import Path; from quizapp.home import Home; from quizapp.desktop.app import open_app\n"
RUN = "sys.exit(open_app(Home(Path(sys.argv[1])), 'en'))"

# Closes the window once it was painted, and tells what had been imported by then.
UNTIL_PAINTED = """
from quizapp.desktop.window import MainWindow
class Watched(MainWindow):
    def paintEvent(self, event):
        print(*sys.modules)
        super().paintEvent(event)
        self.close()
import quizapp.desktop.app
quizapp.desktop.app.MainWindow = Watched
"""

SLOW_MODULES = {
    "torch",
    "numpy",
    "fsrs",
    "sqlite3",
    "pyqtgraph",
    "ziamath",
    "markdown_it",
    "pygments",
    "concurrent.futures",
    "quizapp.judging.judge",
    "quizapp.study.learner",
}


def start(code: str, home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run Python with this environment and no display but the one that it names."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-c", code, str(home)],
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_a_display_one_line_says_how_to_go_on(tmp_path: Path) -> None:
    ended = start(OPEN + RUN, tmp_path)

    assert ended.returncode == 2
    assert ended.stderr == f"{NO_DISPLAY}\n"


def test_a_display_that_nobody_serves_is_no_display(tmp_path: Path) -> None:
    ended = start(OPEN + RUN, tmp_path, DISPLAY=":4711")

    assert (ended.returncode, ended.stderr) == (2, f"{NO_DISPLAY}\n")


def test_a_wayland_display_that_nobody_serves_is_no_display(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}

    assert why_no_window(environment, "linux") == NO_DISPLAY


def test_other_platforms_always_have_a_display() -> None:
    assert why_no_window({}, "win32") is None
    assert why_no_window({}, "darwin") is None


def test_the_window_is_painted_before_anything_slow_is_imported(tmp_path: Path) -> None:
    ended = start(OPEN + UNTIL_PAINTED + RUN, tmp_path, QT_QPA_PLATFORM="offscreen")

    assert ended.returncode == 0, ended.stderr
    assert SLOW_MODULES & set(ended.stdout.split()) == set()
