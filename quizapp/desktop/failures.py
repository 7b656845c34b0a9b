"""What happens with errors that nobody caught: a sentence in the window, a dialog with details, a line in a log."""

import sys
import threading
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.home import Home
from quizapp.message import SaysError


class Failures(QObject):
    """Hears of every uncaught error on every thread, and lets the app go on.

    `told` carries the message of an error that says what to do (a full disk); anything else is shown in a dialog.
    """

    told = Signal(object)
    _happened = Signal(object)

    def __init__(self, home: Home, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._home = home
        self._appearance = appearance
        self._window = window
        self._dialog: QMessageBox | None = None
        # The thread that failed may be any; a dialog belongs to this one.
        self._happened.connect(self._show)

    def listen(self) -> None:
        """Hear of uncaught errors from now on."""
        sys.excepthook = self._heard
        threading.excepthook = self._heard_on_thread

    def stop_listening(self) -> None:
        """Leave errors to Python again, when the window is gone."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _heard(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        self._happened.emit(error.with_traceback(trace))

    def _heard_on_thread(self, failure: "threading.ExceptHookArgs") -> None:
        if failure.exc_value is not None:
            self._heard(failure.exc_type, failure.exc_value, failure.exc_traceback)

    @Slot(object)
    def _show(self, error: Exception) -> None:
        if isinstance(error, SaysError):
            self.told.emit(error.says)
            return
        import traceback

        details = "".join(traceback.format_exception(error))
        sys.stderr.write(details)
        written = self._write_down(details)
        if self._dialog is None:
            self._open_dialog(details, written)

    def _write_down(self, details: str) -> bool:
        try:
            self._home.make()
            with self._home.errors.open("a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{details}\n")
        except OSError:
            return False
        return True

    def _open_dialog(self, details: str, written: bool) -> None:
        say = self._appearance.wording.say
        dialog = QMessageBox(self._window)
        dialog.setIcon(QMessageBox.Icon.Warning)
        dialog.setWindowTitle(say("Unexpected error"))
        dialog.setText(say("Something went wrong that should not have. You can go on; what you have done is kept."))
        if written:
            dialog.setInformativeText(say("The details are written down in {path}.", path=str(self._home.errors)))
        dialog.setDetailedText(details)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
