"""What stands around a studied item: the header above, a notice under it, the actions below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.item.position_words import position_words
from quizapp.desktop.pages.item.rating_row import RatingRow
from quizapp.desktop.pages.study.column import COLUMN_EMS
from quizapp.desktop.pages.study.model import Command, Phase
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import ElidedLabel, label
from quizapp.desktop.widgets.notice import Strip
from quizapp.desktop.widgets.panel import Centred, progress_bar, show_share
from quizapp.desktop.widgets.rating_bar import RatingBar
from quizapp.desktop.widgets.restyle import set_sheet
from quizapp.packs.model import Text

if TYPE_CHECKING:
    # Only an annotation: the scheduler stays out of the way of the first paint.
    from quizapp.study.session import Position

FOOTER_MARGIN = 13
"""Logical pixels above and below what the footer offers."""


class StudyHeader(QWidget):
    """Back, the lesson's title, undo, how far the sitting is, and a button for the item's menu."""

    left = Signal()
    undo_requested = Signal()

    def __init__(self, appearance: Appearance, more: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._more = more
        self._title_text: Text | None = None
        self._where: Position | None = None
        self.back, self.undo = Button("quiet"), Button("quiet")
        self.title, self.position = ElidedLabel("strong"), label("muted")
        self._bar = progress_bar()
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_requested)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _lay_out(self) -> None:
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.undo)
        row.addWidget(self.position)
        row.addWidget(self._more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addWidget(self._bar)
        self.undo.hide()

    def show_place(self, title: Text | None, where: "Position | None") -> None:
        """Say which lesson the item belongs to and how far the sitting is."""
        self._title_text, self._where = title, where
        self._say_place()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.back.setText(wording.say("Back"))
        self.back.setToolTip(wording.say("Leave; everything is kept (Esc)"))
        self.undo.setText(wording.say("Undo"))
        self.undo.setToolTip(wording.say("Take back what you did last (Z)"))
        for button, name in ((self.back, "back"), (self.undo, "undo")):
            button.setIcon(icon(name, colours.text, colours.muted))
            button.setIconSize(QSize(18, 18))
        self._say_place()

    def _say_place(self) -> None:
        wording = self._appearance.wording
        self.title.setText(self._title_text.read(wording.language) if self._title_text else "")
        self.title.setToolTip(self.title.text())
        where, place = self._where, position_words(self._where, wording)
        self.position.setText(place)
        self.position.setVisible(bool(place))
        self._bar.setVisible(bool(place))
        self._bar.setAccessibleName(place)
        if where is not None:
            show_share(self._bar, where.done, where.of)


class StudyFooter(QFrame):
    """The one thing to do next: reveal, rate, answer or continue; beside the last the rating that was derived.

    Signals:
        commanded: with a `Command` or a `Rating`.
    """

    commanded = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("studyFooter")
        self._appearance = appearance
        self.reveal, self.answer, self.go_on = (Button("primary") for _ in range(3))
        self.ratings, self.rated = RatingBar(appearance), RatingRow(appearance)
        self._hint = label("small")
        self._content = QWidget()
        self._phase = Phase.DONE
        self._lay_out()
        self.reveal.clicked.connect(self._ask_reveal)
        self.answer.clicked.connect(self._ask_answer)
        self.go_on.clicked.connect(self._ask_go_on)
        self.ratings.rated.connect(self.commanded)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, FOOTER_MARGIN, 0, FOOTER_MARGIN)
        row.setSpacing(14)
        row.addWidget(self.ratings, 1)
        row.addWidget(self.rated)
        row.addStretch()
        for button in (self.reveal, self.answer, self.go_on):
            button.setMinimumWidth(200)
            row.addWidget(button)
        row.addWidget(self._hint)
        row.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(32, 0, 32, 0)
        whole.addWidget(Centred(self._content, ems=COLUMN_EMS))

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
        if phase is not Phase.ANSWERED:
            self.rated.show_given(None)
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
        sheet = (
            f"QFrame#studyFooter {{ background: {colours.base}; border: 0; border-top: 1px solid {colours.border}; }}"
        )
        set_sheet(self, sheet)
        self.reveal.setText(wording.say("Show the answer"))
        self.answer.setText(wording.say("Answer"))
        self.go_on.setText(wording.say("Continue"))
        # One height in every phase: the text above must not jump.
        self._content.setMinimumHeight(self.ratings.sizeHint().height() + 2 * FOOTER_MARGIN)
        self._hint.setText(wording.say("Space") if self._phase is Phase.FRONT else wording.say("Enter"))
        self._hint.setVisible(self._phase in (Phase.FRONT, Phase.ASKING, Phase.ANSWERED))


class SaveNotice(Strip):
    """Says that a rating could not be written, and offers to try again."""

    retry_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Button(), parent)
        self.button.clicked.connect(self.retry_requested)

    def dress_button(self) -> None:
        """Name what the button does."""
        self.button.setText(self._appearance.wording.say("Try again"))
