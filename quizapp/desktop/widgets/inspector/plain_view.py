"""Numbers, text, lists, dicts, errors and functions, and what was expected instead."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.inspector.differing import differs
from quizapp.desktop.widgets.inspector.outline import outline_text
from quizapp.desktop.widgets.inspector.outline_tree import OutlineTree
from quizapp.desktop.widgets.inspector.plain_model import entries_of, holds_entries, whole_text
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.labels import label
from quizapp.judging.printing import type_name
from quizapp.sandbox.observation import Mapping, Observation, Sequence
from quizapp.wording import Wording


class PlainView(QWidget):
    """Shows a value as text, or as a tree if it holds others."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._subject: Subject | None = None
        self._head = label("muted", wraps=True)
        self.entries = OutlineTree(appearance)
        self.words = QPlainTextEdit()
        self._stack = QStackedLayout()
        self._lay_out()
        appearance.changed.connect(self._say)

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show a value; what stands `beside` it in the run does not matter here."""
        self._subject = subject
        self._say()

    def text(self) -> str:
        """Return the value as text, and the expected one where it is another."""
        if self._subject is None:
            return ""
        wording = self._appearance.wording
        if holds_entries(self._subject.got):
            rows = entries_of(self._subject, wording)
            return f"{head_text(self._subject, wording)}\n{outline_text(rows, wording, '  ')}"
        return "\n".join((head_text(self._subject, wording), *(text for text, _ in self._parts(self._subject))))

    def _parts(self, subject: Subject) -> list[tuple[str, str]]:
        """Return the paragraphs of a value that holds no others, each with the name of its colour."""
        wording = self._appearance.wording
        got = whole_text(subject.got, wording)
        if subject.expected is None or not differs(subject):
            return [(got, "text")]
        expected = _whole(subject.expected, wording)
        return [(got, "bad"), (wording.say("Expected:"), "muted"), (expected, "text")]

    @Slot()
    def _say(self) -> None:
        subject, wording = self._subject, self._appearance.wording
        if subject is None:
            return
        self._head.setText(head_text(subject, wording))
        name = wording.say("Value of {name}", name=subject.name)
        self.entries.setAccessibleName(name)
        self.words.setAccessibleName(name)
        if holds_entries(subject.got):
            self.entries.show_rows(entries_of(subject, wording))
            self._stack.setCurrentWidget(self.entries)
        else:
            self._write(subject)
            self._stack.setCurrentWidget(self.words)

    def _write(self, subject: Subject) -> None:
        self.words.clear()
        self.words.setFont(code_font(self.font()))
        self.words.setStyleSheet("QPlainTextEdit { background: transparent; border: 0; }")
        writer = QTextCursor(self.words.document())
        for number, (text, colour) in enumerate(self._parts(subject)):
            ink = QTextCharFormat()
            ink.setForeground(self._appearance.colours.colour(colour))
            writer.insertText(("\n" if number else "") + text, ink)
        self.words.moveCursor(QTextCursor.MoveOperation.Start)

    def _lay_out(self) -> None:
        self.words.setReadOnly(True)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setTabChangesFocus(True)
        self.words.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.words.document().setDocumentMargin(0)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._stack.addWidget(self.entries)
        self._stack.addWidget(self.words)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._head)
        rows.addLayout(self._stack, 1)


def head_text(subject: Subject, wording: Wording) -> str:
    """Return what kind of value it is, how much it holds, and whether that was expected."""
    words = [_kind(subject.got, wording)]
    if subject.expected is not None:
        if not differs(subject):
            words.append(wording.say("as expected"))
        elif type_name(subject.expected) != type_name(subject.got):
            words.append(wording.say("expected {value}", value=_kind(subject.expected, wording)))
        else:
            words.append(wording.say("differs from what was expected"))
    return "  ·  ".join(words)


def _kind(value: Observation, wording: Wording) -> str:
    name = type_name(value)
    if isinstance(value, Sequence | Mapping):
        return wording.say_many("{type} of {count} entry", "{type} of {count} entries", value.length, type=name)
    return name


def _whole(value: Observation, wording: Wording) -> str:
    if not holds_entries(value):
        return whole_text(value, wording)
    return outline_text(entries_of(Subject("", value), wording), wording)
