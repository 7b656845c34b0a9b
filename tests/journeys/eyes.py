"""Runs the real app and, beside it, answers what a person would see: which things are on the screen, and where.

Started by `driver.App` as a program of its own. Input comes from xdotool, never from here.
"""

import json
import socket
import sys
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTextEdit, QWidget

from quizapp.cli import main
from quizapp.desktop.app import open_app
from quizapp.home import find_home
from quizapp.sandbox.layers import LayerName

WITHOUT = "--without="


@dataclass(frozen=True)
class Question:
    """Asks what is seen and, where `picture` is a path, for a picture of the whole screen."""

    picture: str
    answer: "Future[list[dict[str, Any]]]"


class Eyes(QObject):
    """Lives on the GUI thread; looks when asked."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # As when a screen reader runs: lists tell of their new rows only then.
        QAccessible.setActive(True)
        self.asked.connect(self._answer)

    @Slot(object)
    def _answer(self, question: "Question") -> None:
        if question.picture:
            QGuiApplication.primaryScreen().grabWindow(0).save(question.picture)
        question.answer.set_result([thing for window in QApplication.topLevelWidgets() for thing in seen_in(window)])


def seen_in(window: QWidget) -> list[dict[str, Any]]:
    """Return everything visible in a window: name, text, role, and its middle in screen coordinates."""
    if not window.isVisible():
        return []
    things: list[dict[str, Any]] = []
    _walk(QAccessible.queryAccessibleInterface(window), things, 0)
    things = [thing for thing in things if window.frameGeometry().contains(thing["x"], thing["y"])]
    for widget in window.findChildren(QWidget):
        text = _text_of(widget)
        if text and widget.isVisible() and not widget.visibleRegion().isEmpty():
            things.append(_described(widget.accessibleName() or text, text, "text", widget, widget.isEnabled()))
    return things


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, (QTextEdit, QPlainTextEdit)):
        return widget.toPlainText()
    return widget.text() if isinstance(widget, QLabel) else ""


def _described(name: str, text: str, role: str, widget: QWidget, enabled: bool) -> dict[str, Any]:
    middle = widget.mapToGlobal(widget.visibleRegion().boundingRect().center())
    return {"name": name, "text": text, "role": role, "x": middle.x(), "y": middle.y(), "enabled": enabled}


def _walk(interface: QAccessibleInterface | None, things: list[dict[str, Any]], depth: int) -> None:
    if interface is None or not interface.isValid() or interface.state().invisible or depth > 30:
        return
    name, rect = interface.text(QAccessible.Text.Name), interface.rect()
    if name and rect.isValid():
        state = interface.state()
        things.append(
            {
                "name": name,
                "text": interface.text(QAccessible.Text.Value),
                "role": str(interface.role()).rpartition(".")[2],
                "x": rect.center().x(),
                "y": rect.center().y(),
                "enabled": not state.disabled,
                "checked": bool(state.checked or state.selected),
                "focused": bool(state.focused),
            }
        )
    for index in range(min(interface.childCount(), 300)):
        _walk(interface.child(index), things, depth + 1)


def serve(path: str) -> None:
    """Answer each line on the socket (`look` or `picture PATH`) with what is seen, as one line of JSON."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(1)
    connection, _ = listener.accept()
    eyes: Eyes | None = None
    for line in connection.makefile("r", encoding="utf-8"):
        app = QCoreApplication.instance()
        things: list[dict[str, Any]] = []
        if isinstance(app, QApplication) and not QCoreApplication.startingUp():
            if eyes is None:
                eyes = Eyes()
                eyes.moveToThread(app.thread())
            question = Question(line.partition("picture ")[2].strip(), Future())
            eyes.asked.emit(question)
            things = question.answer.result(timeout=30)
        connection.sendall(json.dumps(things).encode() + b"\n")


def run_app(arguments: list[str]) -> int:
    """Run the app as its command does; with `--without=LAYER` its sandbox leaves a layer out, which no command can."""
    named = [argument for argument in arguments if argument.startswith(WITHOUT)]
    if not named:
        return main(arguments)
    return open_app(find_home(), without=frozenset(LayerName(name.removeprefix(WITHOUT)) for name in named))


if __name__ == "__main__":
    threading.Thread(target=serve, args=(sys.argv[1],), daemon=True).start()
    sys.exit(run_app(sys.argv[2:]))
