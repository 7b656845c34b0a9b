"""The item that the learner is on: what it asks, on request its answer, their note, their code, its history."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.icons import icon, pixmap
from quizapp.desktop.pages.browse.marks import mark_hits
from quizapp.desktop.pages.browse.model import Place
from quizapp.desktop.pages.browse.preview_model import answer, asked, can_answer
from quizapp.desktop.pages.browse.row import hit_ground
from quizapp.desktop.pages.item.history_words import HistoryLine, history_lines
from quizapp.desktop.pages.item.note_pane import NotePane
from quizapp.desktop.pages.learn.words import kind_word
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.code_block import CodeBlock
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Pane, rule
from quizapp.desktop.widgets.wrapping_button import WrappingButton
from quizapp.packs.model import Exercise, Item, ItemId
from quizapp.search.query import Query

if TYPE_CHECKING:
    # Only an annotation: the scheduler stays out of the way of the first paint.
    from quizapp.study.steps import Review

LINES_OF_CODE = 12
LINES_OF_HISTORY = 4
"""Older lines, and what each did, are in a window of their own."""


class Preview(Pane):
    """Shows one item; its answer stays hidden until it is asked for."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._item: Item | None = None
        self._place: Place | None = None
        self._reviews: tuple[Review, ...] = ()
        self._query = Query()
        appearance = services.appearance
        self._sign, self._where, self.title = QLabel(), label("small", wraps=True), label("heading", wraps=True)
        self.note_button, self.answer_button = Button("quiet", compact=True), WrappingButton()
        self.asked, self.answer = CardView(appearance, fits_content=True), CardView(appearance, fits_content=True)
        self._rule = rule()
        self.note = NotePane(services)
        self.code = CodeBlock(appearance, lines_shown=LINES_OF_CODE)
        self._history_heading, self.history = label("strong"), label("small", wraps=True)
        self.history_button = Button("quiet")
        self._lay_out()
        self.answer_button.clicked.connect(self.show_answer)
        self.note_button.clicked.connect(self.edit_note)
        self.history_button.clicked.connect(self._open_history)
        appearance.changed.connect(self._retranslate)
        self._retranslate()
        self.open(None, None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._where, 1)
        head.addWidget(self.note_button)
        self._content = QWidget()
        rows = QVBoxLayout(self._content)
        rows.setContentsMargins(20, 12, 16, 20)
        rows.setSpacing(10)
        rows.addLayout(head)
        for widget in (self.title, self.asked):
            rows.addWidget(widget)
        rows.addWidget(self.answer_button, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._rule, self.answer, self.note, self.code, self._history_heading, self.history):
            rows.addWidget(part)
        rows.addWidget(self.history_button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
        self.fill_with(self._content)

    def open(self, item: Item | None, place: Place | None) -> None:
        """Show another item, or none."""
        self._item, self._place, self._reviews = item, place, ()
        self._content.setVisible(item is not None)
        self._hide_answer()
        self.code.hide()
        self.note.open(None if item is None else item.id, is_told=self._is_passed())
        self.verticalScrollBar().setValue(0)
        self._retranslate()
        self.refresh()

    def mark(self, query: Query) -> None:
        """Mark in what is shown now and later what this finds."""
        if query != self._query:
            self._query = query
            self._mark()

    def _mark(self) -> None:
        ground = hit_ground(self._services.appearance.colours)
        for view in (self.asked, self.answer):
            mark_hits(view, self._query, ground)

    def refresh(self) -> None:
        """Ask again what the journal knows of the item."""
        if self._item is None:
            return
        self.note.refresh()
        self._show_answer_button()
        is_exercise = isinstance(self._item, Exercise)
        work = partial(_read, self._services, self._item.id, is_exercise)
        self._services.store.submit(work, partial(self._show_read, self._item.id))

    @Slot()
    def show_answer(self) -> None:
        """Show the answer, and the note with it."""
        if self._item is not None and can_answer(self._item, is_passed=self._is_passed()):
            self.answer_button.hide()
            self._rule.show()
            self.answer.show()
            self.note.tell()

    @property
    def item_id(self) -> ItemId | None:
        """The item that is shown, or None."""
        return None if self._item is None else self._item.id

    @Slot()
    def edit_note(self) -> None:
        """Open the editor of the note."""
        if self._item is not None:
            self.note.edit()
            self.ensureWidgetVisible(self.note)

    @property
    def shows_answer(self) -> bool:
        """Whether the answer is seen."""
        return not self.answer.isHidden()

    def _hide_answer(self) -> None:
        self._rule.hide()
        self.answer.hide()
        self._show_answer_button()

    def _show_answer_button(self) -> None:
        item = self._item
        can = item is not None and can_answer(item, is_passed=self._is_passed())
        self.answer_button.setVisible(can and not self.shows_answer)

    def _is_passed(self) -> bool:
        return self._item is not None and self._services.learner.was_passed(self._item.id)

    def _show_read(self, item: ItemId, read: "tuple[tuple[Review, ...], str]") -> None:
        if self._item is None or self._item.id != item:
            return
        self._reviews, code = read
        self.code.setVisible(bool(code.strip()))
        self.code.set_code(code)
        self._show_history()

    def _show_history(self) -> None:
        wording = self._services.appearance.wording
        lines = history_lines(self._reviews, wording)
        self.history.setText("\n".join(_in_one_line(line) for line in lines[:LINES_OF_HISTORY]))
        for widget in (self._history_heading, self.history, self.history_button):
            widget.setVisible(bool(lines))

    @Slot()
    def _open_history(self) -> None:
        from quizapp.desktop.pages.item.history_dialog import HistoryDialog

        appearance = self._services.appearance
        HistoryDialog(
            self.title.text(), history_lines(self._reviews, appearance.wording), appearance, self.window()
        ).open()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._services.appearance.wording, self._services.appearance.colours
        self.setAccessibleName(wording.say("Preview"))
        self.note_button.setIcon(icon("note", colours.text))
        self.note_button.setIconSize(QSize(16, 16))
        self.note_button.setToolTip(wording.say("Edit the note (N)"))
        self.note_button.setAccessibleName(wording.say("Edit the note"))
        self.answer_button.setText(wording.say("Show the answer"))
        self.asked.setAccessibleName(wording.say("What is asked"))
        self.answer.setAccessibleName(wording.say("The answer"))
        self.code.set_heading(wording.say("Your code"))
        self._history_heading.setText(wording.say("History"))
        self.history_button.setText(wording.say("All of it…"))
        if self._item is not None and self._place is not None:
            self._read_item(self._item, self._place)
        self._show_history()

    def _read_item(self, item: Item, place: Place) -> None:
        wording, colours = self._services.appearance.wording, self._services.appearance.colours
        self._sign.setPixmap(pixmap(place.kind, colours.muted, 18, self.devicePixelRatioF()))
        lesson = place.lesson_title.read(wording.language)
        self._where.setText(f"{kind_word(place.kind, wording)} · {lesson}")
        self.title.setText(item.title.read(wording.language))
        pack = self._services.shelf.pack_of(item.id)
        within = pack.folder if pack is not None else item.folder
        self.asked.set_markdown(asked(item, wording), item.folder, within=within)
        self.answer.set_markdown(answer(item, wording), item.folder, within=within)
        self._mark()


def _read(services: Services, item: ItemId, is_exercise: bool) -> "tuple[tuple[Review, ...], str]":
    """Return what was done with an item, and the code that the learner left in it; reads the disk."""
    return services.learner.history(item), (services.drafts.load(item) or "") if is_exercise else ""


def _in_one_line(line: HistoryLine) -> str:
    return "  ·  ".join(part for part in (line.when, line.what, line.rating) if part)
