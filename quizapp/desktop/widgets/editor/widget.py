"""The code editor: a QPlainTextEdit that knows Python's layout, marks problems and offers words."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFontMetricsF,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from quizapp.desktop.appearance import Appearance, Colours
from quizapp.desktop.fonts import code_font, wide_points
from quizapp.desktop.widgets.editor import editing, marks
from quizapp.desktop.widgets.editor.brackets import matching_brackets
from quizapp.desktop.widgets.editor.completer import Completer
from quizapp.desktop.widgets.editor.gutter import Gutter
from quizapp.desktop.widgets.editor.highlighter import PythonHighlighter
from quizapp.desktop.widgets.editor.indentation import STEP
from quizapp.desktop.widgets.editor.keys import method_for
from quizapp.desktop.widgets.editor.note_layer import NoteLayer
from quizapp.desktop.widgets.editor.notes import Note, by_line
from quizapp.desktop.widgets.editor.problem_layer import ProblemLayer
from quizapp.desktop.widgets.editor.problems import Level, Problem, defined_names, find_problems
from quizapp.desktop.widgets.editor.units import to_units

LINT_PAUSE_MS = 250

READING_MARGIN = 8
"""Pixels left of code that is only read: its lines have no numbers, so that "line 3" means the learner's."""


class CodeEditor(QPlainTextEdit):
    """Edits Python code.

    Signals:
        code_changed: the text is another one, typed or set.
        run_requested, check_requested: Ctrl+Enter, Ctrl+Shift+Enter.
        problems_changed: `problems` is another tuple.
    """

    code_changed = Signal()
    run_requested = Signal()
    check_requested = Signal()
    problems_changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.colours: Colours = appearance.colours
        self._text = ""
        self._known_names: frozenset[str] = frozenset()
        self._layer = ProblemLayer(self, appearance)
        self._notes = NoteLayer(self)
        self._stepped_line: int | None = None
        self._highlighter = PythonHighlighter(self.document())
        self._gutter = Gutter(self)
        self._completer = Completer(self)
        self._lint = QTimer(self, singleShot=True, interval=LINT_PAUSE_MS)
        self._lint.timeout.connect(self._find_problems)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setReadOnly(read_only)
        self._is_for_reading = read_only
        self._gutter.setHidden(read_only)
        self.setFrameShape(QFrame.Shape.NoFrame)
        if read_only:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setTabChangesFocus(True)
        self.blockCountChanged.connect(self._make_room)
        self.cursorPositionChanged.connect(self._mark)
        self.textChanged.connect(self._text_changed)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def code(self) -> str:
        """Return the text, lines ended by \\n."""
        return self.toPlainText()

    def set_code(self, code: str) -> None:
        """Show other code; undo does not lead back from it, and problems are looked for at once."""
        self.setPlainText(code)
        self.set_problems(())
        self._find_problems()

    def replace_code(self, code: str) -> None:
        """Put other code in place of all of it, as one step that undo takes back."""
        editing.replace_all(self.textCursor(), code)

    def set_given(self, given: str) -> None:
        """Tell which code runs first: its names are known, and offered."""
        self._known_names = defined_names(given)
        self._completer.given = given
        self._lint.start()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is marked: found by the editor itself, and told to it."""
        return self._layer.all

    @property
    def found_problems(self) -> tuple[Problem, ...]:
        """What the editor found by itself."""
        return self._layer.found

    def set_problems(self, problems: tuple[Problem, ...]) -> None:
        """Mark what someone else found; it stays until the code changes."""
        if problems != self._layer.told:
            self._layer.told = problems
            self._show_problems()

    @property
    def notes(self) -> tuple[Note, ...]:
        """What stands beside the lines, by line."""
        return tuple(self._notes.notes[line] for line in sorted(self._notes.notes))

    def set_notes(self, notes: tuple[Note, ...]) -> None:
        """Show notes beside lines; each goes along with its line, and goes when that is edited."""
        self._notes.show(by_line(notes))
        self._describe()

    @property
    def stepped_line(self) -> int | None:
        """The line (from 1) that is marked as the one that has just run."""
        return self._stepped_line

    def set_stepped_line(self, line: int | None) -> None:
        """Mark a line as the one that has just run, and bring it into sight; the cursor stays where it is."""
        if line == self._stepped_line:
            return
        self._stepped_line = line
        self._mark()
        self._gutter.update()
        if line is not None:
            self._bring_into_sight(line)

    def problem_sentence(self, problem: Problem) -> str:
        """Return what a problem says, in the reader's language."""
        return self._layer.sentence(problem)

    def levels_by_line(self) -> dict[int, Level]:
        """Return the worst level of each line that has a problem; lines from 1."""
        return self._layer.levels_by_line()

    def go_to_line(self, line: int, column: int = 0) -> None:
        """Put the cursor into a line (from 1; column from 0, in code points), in sight and with the focus."""
        block = self.document().findBlockByNumber(min(max(line, 1), self.blockCount()) - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(to_units(block.text(), column), block.length() - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_end(self) -> None:
        """Put the cursor at the end of the last line that is not blank, with the focus."""
        code = self.code()
        line = code.rstrip().count("\n") + 1
        self.go_to_line(line, len(code.split("\n")[line - 1]))
        # The beginnings of the lines matter more than the end of a long one.
        self.horizontalScrollBar().setValue(0)

    @Slot()
    def _text_changed(self) -> None:
        # Qt also tells this when only the highlighting changed.
        text = self.toPlainText()
        if text == self._text:
            return
        before, self._text = self._text, text
        self._notes.follow(before, text)
        self.set_stepped_line(None)
        self.set_problems(())
        self._lint.start()
        self.code_changed.emit()

    @Slot()
    def _find_problems(self) -> None:
        self._lint.stop()
        found = () if self.isReadOnly() else find_problems(self.code(), self._known_names)
        if found != self._layer.found:
            self._layer.found = found
            self._show_problems()

    def _show_problems(self) -> None:
        self._mark()
        self._gutter.update()
        self.viewport().update()
        self.problems_changed.emit()

    @Slot()
    def _restyle(self) -> None:
        self.colours = self._appearance.colours
        font = code_font()
        self.setFont(font)
        self.setTabStopDistance(STEP * QFontMetricsF(font).horizontalAdvance(" "))
        # Not by palette: a style sheet above this widget restores the palette that it found.
        ground, ink = self.ground, self.colours.text
        self.setStyleSheet(f"QPlainTextEdit {{ background: {ground}; color: {ink}; border: 0; }}")
        self._highlighter.set_look(self.colours.code_style, wide_points(font))
        self._retranslate()
        self._make_room()
        self._mark()
        self._gutter.update()

    @property
    def ground(self) -> str:
        """The colour behind the code: what can't be edited looks like code on a card."""
        return self.colours.code_ground if self._is_for_reading else self.colours.editor_ground

    def _retranslate(self) -> None:
        say = self._appearance.wording.say
        if self._is_for_reading:
            self.setAccessibleName(say("Code, not to be edited"))
            return
        self.setAccessibleName(say("Code editor"))
        self._describe()

    def _describe(self) -> None:
        """Say the notes too, which a screen reader can't see where they are painted."""
        say = self._appearance.wording.say
        said = (say("Line {line}: {what}", line=note.line, what=note.text) for note in self.notes)
        self.setAccessibleDescription("\n".join((say("Python code. Ctrl+M makes the Tab key move the focus."), *said)))

    @Slot()
    def _make_room(self) -> None:
        self.setViewportMargins(READING_MARGIN if self._is_for_reading else self._gutter.wanted_width(), 0, 0, 0)
        self._place_gutter()

    def _place_gutter(self) -> None:
        inside = self.contentsRect()
        self._gutter.setGeometry(inside.left(), inside.top(), self._gutter.wanted_width(), inside.height())

    @Slot()
    def _mark(self) -> None:
        cursor = self.textCursor()
        shown = [] if self.isReadOnly() else [marks.current_line(cursor, self.colours)]
        stepped = self._block_of(self._stepped_line)
        if stepped is not None:
            shown.append(marks.stepped_line(stepped, self.colours))
        shown.extend(self._layer.squiggles())
        shown.extend(marks.bracket_marks(cursor, matching_brackets(cursor), self.colours))
        self.setExtraSelections(shown)

    def _block_of(self, line: int | None) -> QTextBlock | None:
        if line is None:
            return None
        block = self.document().findBlockByNumber(line - 1)
        return block if block.isValid() else None

    def _bring_into_sight(self, line: int) -> None:
        seen = [block.blockNumber() + 1 for block, _, _ in self.visible_blocks(self.viewport().rect())]
        # The last one may be seen in part only.
        if not seen or not seen[0] <= line < max(seen[-1], seen[0] + 1):
            self.verticalScrollBar().setValue(max(line - 1 - len(seen) // 2, 0))

    def visible_blocks(self, rect: QRect) -> Iterator[tuple[QTextBlock, float, float]]:
        """Yield the lines that a rectangle of the viewport shows, each with its top and height there."""
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= rect.bottom():
            height = self.blockBoundingRect(block).height()
            if top + height >= rect.top():
                # Not the block's height: the last one's includes the document's margin.
                yield block, top, block.layout().boundingRect().height()
            block, top = block.next(), top + height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the code, then the notes beside it and the pills of its problems."""
        super().paintEvent(event)
        self._notes.paint(self._layer.lines())
        self._layer.paint(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the editor."""
        super().resizeEvent(event)
        self._place_gutter()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show what a problem says where the mouse rests on its squiggle or its pill, and beside a line its note."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self._layer.tip_at(event.pos()) or self._notes.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """Answer the input method; Qt forgets the gutter, so its window would stand that much too far left."""
        value = super().inputMethodQuery(query) if argument is None else super().inputMethodQuery(query, argument)
        if query in (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle):
            return value.translated(self.viewport().pos())
        return value

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what the input method gives; words are not offered while it is at work."""
        self._completer.close()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the editor's own keys say, leave the rest to Qt, and let the list of words follow."""
        if self._completer.wants(event):
            return
        method = method_for(event, read_only=self.isReadOnly(), tab_moves_focus=self.tabChangesFocus())
        if method is not None:
            getattr(self, method)()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)
        if method in (None, "_delete_back") and not self.isReadOnly():
            self._completer.follow(event)

    def offer_words(self) -> None:
        """Open the list of words that fit at the cursor."""
        self._completer.open()

    def toggle_comments(self) -> None:
        """Comment the selected lines out, or in."""
        editing.toggle_comments(self.textCursor())

    def toggle_tab(self) -> None:
        """Let Tab indent, or move the focus, and say which."""
        moves = not self.tabChangesFocus() or self.isReadOnly()
        self.setTabChangesFocus(moves)
        say = self._appearance.wording.say
        words = say("Tab moves the focus now. Ctrl+M makes it indent again.") if moves else say("Tab indents now.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        QToolTip.showText(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()), words, self)

    def _request_run(self) -> None:
        self.run_requested.emit()

    def _request_check(self) -> None:
        self.check_requested.emit()

    def _start_new_line(self) -> None:
        self._edit(editing.start_new_line)

    def _delete_back(self) -> None:
        self._edit(editing.delete_back)

    def _indent(self) -> None:
        self._edit(editing.indent)

    def _unindent(self) -> None:
        self._edit(editing.unindent)

    def _duplicate_lines(self) -> None:
        self._edit(editing.duplicate_lines)

    def _go_home(self) -> None:
        self._move_home(QTextCursor.MoveMode.MoveAnchor)

    def _select_home(self) -> None:
        self._move_home(QTextCursor.MoveMode.KeepAnchor)

    def _move_home(self, mode: QTextCursor.MoveMode) -> None:
        cursor = self.textCursor()
        editing.go_home(cursor, mode)
        self.setTextCursor(cursor)

    def _edit(self, change: Any) -> None:
        cursor = self.textCursor()
        change(cursor)
        self.setTextCursor(cursor)
