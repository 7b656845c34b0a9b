"""The program as a user starts it, in a process of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from quizapp.desktop.display import NO_DISPLAY, why_no_window

OPEN = "import sys; from pathlib import Path; from quizapp.home import Home; from quizapp.desktop.app import open_app\n"
COMMAND = "import os, sys; os.environ['QUIZAPP_HOME'] = sys.argv[1]; from quizapp.cli import main; sys.exit(main([]))"
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

# Says when it was painted, and waits.
TELLS_WHEN_PAINTED = """
from quizapp.desktop.window import MainWindow
class Watched(MainWindow):
    def paintEvent(self, event):
        print("painted", flush=True)
        super().paintEvent(event)
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
    "quizapp.consent",
    "quizapp.opening",
    "quizapp.desktop.keeping_up",
    "quizapp.desktop.safekeeping",
    "quizapp.desktop.services",
    "quizapp.desktop.pages.item.words",
}


def without_display() -> dict[str, str]:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in names}


def start(code: str, home: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run Python with this environment and no display but the one that it names."""
    return subprocess.run(
        [sys.executable, "-c", code, str(home)],
        env=without_display() | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_a_display_one_line_says_how_to_go_on(tmp_path: Path) -> None:
    ended = start(COMMAND, tmp_path)

    assert ended.returncode == 2
    assert ended.stderr == f"{NO_DISPLAY}\n"


def test_a_display_that_nobody_serves_is_no_display(tmp_path: Path) -> None:
    ended = start(COMMAND, tmp_path, DISPLAY=":4711")

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


def test_control_c_in_the_terminal_closes_the_window_cleanly(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPEN + TELLS_WHEN_PAINTED + RUN, str(tmp_path)]
    environment = without_display() | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "painted\n"

        running.send_signal(signal.SIGINT)

        assert running.wait(timeout=30) == 0
    assert (tmp_path / "window.geometry").exists()
