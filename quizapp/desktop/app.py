"""Starts the desktop app and runs it until its window closes.

How it starts, in order, and why in this order:

1. Is there a display? Asked before this module is imported, because Qt aborts the whole process without one.
2. `QApplication`, the settings, palette and fonts (`theme`), and the window, bare, where it was (`window`). It is
   shown at once: the screen makes room for it while the next step goes on.
3. What is in it is made (`shell`): rail, menus, and the Today page with quiet places where numbers will be. Nothing
   so far has imported the scheduler, SQLite, NumPy, Markdown or plots; torch is never imported here, only in the
   sandbox's process.
4. After the first paint `opening` begins, in a thread: first what the packs say of their lessons, which Learn shows at
   once; then their items are read, the journal is opened and replayed, and the shell gets its `Services`. The thread
   stands back while the window is busy. Then the sandbox warms up, in a process of its own; the rail's foot says when
   it is ready.
5. Pages are made when they are first shown, and import what they need then.

When the window closes it vanishes at once; then the sandbox is ended, what waits to be written is written, and the
files are closed.
"""

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.preferences import settings_of
from quizapp.desktop.theme import STYLE_ARGUMENTS, Theme
from quizapp.desktop.window import MainWindow
from quizapp.home import Home
from quizapp.wording import Wording

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.sandbox.layers import LayerName


def open_app(
    home: Home, language: str = "", without: "frozenset[LayerName]" = frozenset(), offered: "Path | None" = None
) -> int:
    """Open the window and return the exit code when it is closed. Without a display Qt ends the process.

    Args:
        home: where the learner's data lies.
        language: "en" or "zh" for this time only; "" means what is set, or else the system's.
        without: layers that the sandbox leaves out, to see how the app is on a machine that lacks them.
        offered: a pack in one file, to ask whether it is to be installed.
    """
    loaded = settings_of(home)
    wording = Wording(language or loaded.settings.language)
    application = QApplication([*sys.argv[:1], *STYLE_ARGUMENTS])
    application.setApplicationName("quizapp")
    # The ground that Qt has chosen follows the system, and is known sooner than the system's own answer.
    is_dark = application.palette().window().color().lightness() < 128
    appearance = Appearance(
        wording, loaded.settings.look, application, zoom=loaded.settings.zoom, is_dark_at_first=is_dark
    )
    theme = Theme(application, appearance)
    window = MainWindow(home)
    window.show()

    # Imported now, while the screen makes room for the window.
    from quizapp.desktop.running import Running

    appearance.ask_system()
    running = Running(home, loaded, appearance, window, without)
    theme.put_on_sheet()
    running.move_in()
    if offered is not None or sys.platform == "darwin":
        running.take_packs(application, offered)
    try:
        return application.exec()
    finally:
        running.stop()
