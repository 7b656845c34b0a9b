"""What stands around a studied item: the header above, the actions below, the column between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontInfo, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon, pixmap
from quizapp.desktop.pages.study_model import Command, Phase
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, progress_bar, show_share
from quizapp.desktop.widgets.rating_bar import RatingBar
from quizapp.message import SaysError
from quizapp.packs.model import Text

if TYPE_CHECKING:
    # Only an annotation: the scheduler stays out of the way of the first paint.
    from quizapp.study.session import Position

COLUMN_EMS = 54
"""Width of the column, in sizes of the app's font: some 80 characters a line."""


FOOTER_MARGIN = 13
"""Logical pixels above and below what the footer offers."""

SETTLING_MILLISECONDS = 250


class StudyHeader(QWidget):
    """Back, the lesson's title, undo and how far the sitting is."""

    left = Signal()
    undo_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._title_text: Text | None = None
        self._where: Position | None = None
        self.back, self.undo = Button("quiet"), Button("quiet")
        self.title, self.position = label("strong"), label("muted")
        self._bar = progress_bar()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 20, 8)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.undo)
        row.addWidget(self.position)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addWidget(self._bar)
        self.undo.hide()
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_place(self, title: Text | None, where: "Position | None") -> None:
        """Say which lesson the item belongs to and how far the sitting is."""
        self._title_text, self._where = title, where
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.back.setText(wording.say("Back"))
        self.back.setToolTip(wording.say("Leave; everything is kept (Esc)"))
        self.undo.setText(wording.say("Undo"))
        self.undo.setToolTip(wording.say("Take back the last rating (Z)"))
        for button, name in ((self.back, "back"), (self.undo, "undo")):
            button.setIcon(icon(name, colours.text, colours.muted))
            button.setIconSize(QSize(18, 18))
        self.title.setText(self._title_text.read(wording.language) if self._title_text else "")
        # One item alone has no place in a row.
        where = self._where if self._where is not None and self._where.of > 1 else None
        self.position.setVisible(where is not None)
        self._bar.setVisible(where is not None)
        if where is not None:
            number = min(where.done + 1, where.of)
            self.position.setText(wording.say("{number} of {count}", number=number, count=where.of))
            self._bar.setAccessibleName(self.position.text())
            show_share(self._bar, where.done, where.of)


class StudyFooter(QFrame):
    """The one thing to do next: reveal, rate, answer or continue.

    Signals:
        commanded: with a `Command` or a `Rating`.
    """

    commanded = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studyFooter")
        self._appearance = appearance
        self.reveal, self.answer, self.go_on = (Button("primary") for _ in range(3))
        self.ratings = RatingBar(appearance)
        self._hint = label("small")
        self.reveal.clicked.connect(self._ask_reveal)
        self.answer.clicked.connect(self._ask_answer)
        self.go_on.clicked.connect(self._ask_go_on)
        self.ratings.rated.connect(self.commanded)
        self._content = content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, FOOTER_MARGIN, 0, FOOTER_MARGIN)
        row.setSpacing(14)
        row.addWidget(self.ratings, 1)
        row.addStretch()
        for button in (self.reveal, self.answer, self.go_on):
            button.setMinimumWidth(200)
            row.addWidget(button)
        row.addWidget(self._hint)
        row.addStretch()
        self._column = _Centred(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 0, 32, 0)
        whole.addWidget(self._column)
        self._phase = Phase.DONE
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_phase(self, phase: Phase, *, can_answer: bool = False) -> None:
        """Offer what can be done in this phase; once the item is done, what was offered stays until the next."""
        if phase is Phase.DONE:
            return
        self._phase = phase
        self.reveal.setVisible(phase is Phase.FRONT)
        self.ratings.setVisible(phase is Phase.BACK)
        self.answer.setVisible(phase is Phase.ASKING)
        self.answer.setEnabled(can_answer)
        self.go_on.setVisible(phase is Phase.ANSWERED)
        self._retranslate()

    @Slot()
    def _ask_reveal(self) -> None:
        self.commanded.emit(Command.REVEAL)

    @Slot()
    def _ask_answer(self) -> None:
        self.commanded.emit(Command.ANSWER)

    @Slot()
    def _ask_go_on(self) -> None:
        self.commanded.emit(Command.CONTINUE)

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.setStyleSheet(
            f"QFrame#studyFooter {{ background: {colours.base}; border: 0; border-top: 1px solid {colours.border}; }}"
        )
        self.reveal.setText(wording.say("Show the answer"))
        self.answer.setText(wording.say("Answer"))
        self.go_on.setText(wording.say("Continue"))
        # One height in every phase: the text above must not jump.
        self._content.setMinimumHeight(self.ratings.sizeHint().height() + 2 * FOOTER_MARGIN)
        self._hint.setText(wording.say("Space") if self._phase is Phase.FRONT else wording.say("Enter"))
        self._hint.setVisible(self._phase in (Phase.FRONT, Phase.ASKING, Phase.ANSWERED))


class SaveNotice(QFrame):
    """Says that a rating could not be written, and offers to try again."""

    retry_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The theme dresses a notice by this name and mood.
        self.setObjectName("notice")
        self.setProperty("mood", "bad")
        self._appearance = appearance
        self._error: SaysError | None = None
        self._sign, self.sentence, self.retry = QLabel(), label(wraps=True), Button()
        self.retry.clicked.connect(self.retry_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.retry)
        self.hide()
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def tell(self, error: SaysError) -> None:
        """Show the sentence of an error."""
        self._error = error
        self._retranslate()
        self.show()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self._sign.setPixmap(pixmap("warning", colours.bad, 20, self.devicePixelRatioF()))
        self.retry.setText(wording.say("Try again"))
        if self._error is not None:
            self.sentence.setText(wording.sentence(self._error.says))


class ReadingColumn(QScrollArea):
    """A sheet in the middle, as wide as reads well, that scrolls when it is too high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = _Sheet()
        self._content: QWidget | None = None
        self._part: QWidget | None = None
        # How high a part is becomes clear in several passes of the layouts; then the learner scrolls.
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLING_MILLISECONDS)
        self._settled.timeout.connect(self._forget_part)
        self.verticalScrollBar().rangeChanged.connect(self._scroll_to_part)
        self._ground = ground = QWidget()
        sides = QVBoxLayout(ground)
        sides.setContentsMargins(32, 28, 32, 28)
        sides.addWidget(_Centred(self._sheet))
        sides.addStretch()
        self.setWidget(ground)

    def set_content(self, content: QWidget) -> None:
        """Put another item on the sheet, and show it from its top."""
        if self._content is not None:
            self._sheet.lines.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._sheet.lines.insertWidget(0, content)
        self.verticalScrollBar().setValue(0)

    def add_below(self, widget: QWidget) -> None:
        """Put something under every item."""
        self._sheet.lines.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def take_key(self, event: QKeyEvent) -> None:
        """Scroll by a key that was pressed elsewhere on the page."""
        self.keyPressEvent(event)

    def show_part(self, part: QWidget) -> None:
        """Scroll as little as shows this part of the content, from its top, once it is laid out."""
        self._part = part
        self._scroll_to_part()
        self._settled.start()

    @Slot()
    def _forget_part(self) -> None:
        self._part = None

    @Slot()
    def _scroll_to_part(self) -> None:
        if self._part is None or not isValid(self._part):
            return
        top = self._part.mapTo(self._ground, QPoint(0, 0)).y()
        room = 28
        lowest = top + self._part.height() + room - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value(), min(lowest, top - room)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let a short item fill most of the window."""
        super().resizeEvent(event)
        self._sheet.set_least_height(min(round(self.viewport().height() * 0.5), 360))


class _Sheet(Panel):
    """A panel that is at least so high: one of two lines looks lost. Add to `lines`."""

    def __init__(self) -> None:
        super().__init__()
        self.rows.setContentsMargins(40, 34, 40, 32)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(22)
        # A strut: a minimum height set on the widget would let it be squeezed to that.
        self._strut = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addLayout(self.lines, 1)
        beside.addItem(self._strut)
        self.rows.addLayout(beside)

    def set_least_height(self, least: int) -> None:
        """Be at least `least` logical pixels high, margins not counted."""
        if least != self._strut.minimumSize().height():
            self._strut.changeSize(0, least, QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.rows.invalidate()


class _Centred(QWidget):
    """Keeps what it holds in the middle and no wider than reads well."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        # The stretches at the sides get only what the content may not take.
        row.addWidget(content, 10_000)
        row.addStretch(1)
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the app's font."""
        super().changeEvent(event)
        self._narrow()

    def _narrow(self) -> None:
        self._content.setMaximumWidth(QFontInfo(self.font()).pixelSize() * COLUMN_EMS)
