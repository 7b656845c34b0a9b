"""The study page: one card or question with the whole window to itself."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.pages.item.actions import ItemActions
from quizapp.desktop.pages.item.key_names import key_name
from quizapp.desktop.pages.item.leech import Written, write_and_watch
from quizapp.desktop.pages.item.menu_model import KEYS, KEYS_AT_WORK, ItemSeen, Offer
from quizapp.desktop.pages.item.note_pane import NotePane
from quizapp.desktop.pages.item.taken_words import TakenBack
from quizapp.desktop.pages.item.words import Told, leech_message
from quizapp.desktop.pages.study.card import CardPane
from quizapp.desktop.pages.study.column import ReadingColumn
from quizapp.desktop.pages.study.frame import SaveNotice, StudyFooter, StudyHeader
from quizapp.desktop.pages.study.model import Command, Phase, Record, Studied, StudyModel, write
from quizapp.desktop.pages.study.question import QuestionPane
from quizapp.desktop.pages.study.running import SnippetRuns
from quizapp.desktop.pages.study.source import SourceButton
from quizapp.desktop.services import Services
from quizapp.desktop.undoing import undo_last
from quizapp.message import SaysError
from quizapp.packs.model import Card, Question, QuestionKind
from quizapp.study.model import Rating

if TYPE_CHECKING:
    # Only an annotation: the scheduler stays out of the way of the first paint.
    from quizapp.study.session import Position


class StudyPage(QWidget):
    """Shows an item, asks `StudyModel` what a key means, and has what was decided written.

    Signals:
        finished: the item with this id was rated or answered, and that is written; the next may come.
        put_off: the item with this id does not come up now, or is there no more; the next may come.
        left: the learner leaves the sitting.
        undone: what sent the item with this id away was taken back.
        told: what was done, or taken back, as `Told`.
    """

    finished = Signal(str)
    put_off = Signal(str)
    left = Signal()
    undone = Signal(str)
    told = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._model = StudyModel()
        self._pane: CardPane | QuestionPane | None = None
        self._position: Position | None = None
        self._undoing = False
        appearance = services.appearance
        self._actions = ItemActions(self, services)
        self._header, self._notice = StudyHeader(appearance, self._actions.button), SaveNotice(appearance)
        self._column, self._footer = ReadingColumn(), StudyFooter(appearance)
        self._source, self._note = SourceButton(services), NotePane(services)
        self._runs = SnippetRuns(self, services)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._column.add_below(self._source)
        self._column.add_below(self._note, fills=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addWidget(self._notice)
        rows.addWidget(self._column, 1)
        rows.addWidget(self._footer)

    def _connect(self) -> None:
        self._header.left.connect(self._leave)
        self._header.undo_requested.connect(self._undo)
        self._footer.commanded.connect(self._do)
        self._footer.rated.rerated.connect(self._actions.rerate)
        self._notice.retry_requested.connect(self._retry)
        self._note.closed.connect(self._focus)
        self._note.grown.connect(self._show_note)
        self._note.saved.connect(self._show_phase)
        self._actions.take_menu_key_of(self)
        self._actions.note_wanted.connect(self._note.edit)
        self._actions.undo_wanted.connect(self._undo)
        self._actions.put_off.connect(self._put_off)
        self._actions.seen.connect(self._show_rating)
        self._actions.told.connect(self.told)
        self._services.shelf.changed.connect(self._follow_shelf)

    def open(self, item: Studied, position: "Position | None" = None) -> None:
        """Show an item from its front or its prompt."""
        self._model.open(item)
        self._position = position
        self._pane = self._make_pane(item)
        self._column.set_content(self._pane)
        lesson = self._services.shelf.lesson_of(item.id)
        self._header.show_place(lesson.title if lesson else None, position)
        self._footer.ratings.show_intervals(self._services.learner.intervals(item.id))
        self._actions.open(item)
        self._note.open(item.id, is_told=False)
        self._show_phase()
        self._focus()

    def _make_pane(self, item: Studied) -> CardPane | QuestionPane:
        pack = self._services.shelf.pack_of(item.id)
        folder, appearance = pack.folder if pack else item.folder, self._services.appearance
        if isinstance(item, Card):
            self._runs.open(None, None)
            return CardPane(item, pack_folder=folder, appearance=appearance)
        pane = QuestionPane(item, pack_folder=folder, appearance=appearance)
        pane.input.changed.connect(self._show_phase)
        pane.input.submitted.connect(self._answer)
        self._runs.open(item, pane)
        return pane

    @property
    def phase(self) -> Phase:
        """How far the learner is with what is shown."""
        return self._model.phase

    @Slot()
    def _focus(self) -> None:
        """Put the focus on what is new, so that a screen reader reads it; the views leave their keys to this page."""
        pane, phase = self._pane, self._model.phase
        if isinstance(pane, QuestionPane) and phase is Phase.ASKING:
            pane.input.start()
        elif isinstance(pane, QuestionPane) and pane.feedback is not None and not pane.feedback.explanation.isHidden():
            pane.feedback.explanation.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(pane, CardPane):
            view = pane.front if phase is Phase.FRONT else pane.back
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_phase(self) -> None:
        pane, phase, item = self._pane, self._model.phase, self._model.item
        can_answer = isinstance(pane, QuestionPane) and pane.input.answer() is not None
        self._footer.show_phase(phase, can_answer=can_answer)
        is_told = phase not in (Phase.FRONT, Phase.ASKING)
        self._source.show_source(item.source if item is not None and is_told else None)
        if is_told:
            self._note.tell()
        self._actions.keys = KEYS_AT_WORK if phase is Phase.ASKING else KEYS
        self._header.undo.setVisible(self._can_undo())

    @Slot()
    def _show_note(self) -> None:
        self._column.show_part(self._note)

    @Slot(object)
    def _show_rating(self, seen: ItemSeen) -> None:
        if self._model.phase is Phase.ANSWERED and self._actions.was_rated:
            self._footer.rated.show_given(seen.given)
        if self._model.item is not None:
            self._footer.ratings.show_intervals(self._services.learner.intervals(self._model.item.id))
        self._show_phase()

    def _can_undo(self) -> bool:
        return self._services.learner.can_undo() and not self._model.unsaved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no widget on the page took."""
        key = key_name(event)
        if key is None:
            self._column.take_key(event)
        elif self._model.phase is Phase.ASKING and isinstance(self._pane, QuestionPane) and self._pane.input.press(key):
            event.accept()
        elif (command := self._model.command(key)) is not None and not event.isAutoRepeat():
            self._do(command)
        else:
            self._column.take_key(event)

    @Slot(object)
    def _do(self, command: Command | Rating | Offer) -> None:
        if command is Offer.UNDO:
            # Of the last item, also while the next one is not there yet.
            self._undo()
        elif isinstance(command, Offer):
            self._actions.do(command)
        elif isinstance(command, Rating):
            self._rate(command)
        else:
            {
                Command.REVEAL: self._reveal,
                Command.ANSWER: self._answer,
                Command.CONTINUE: self._go_on,
                Command.RUN: self._runs.run,
                Command.MORE: self._actions.open_menu,
                Command.LEAVE: self._leave,
            }[command]()

    def _rate(self, rating: Rating) -> None:
        if self._model.phase is Phase.ANSWERED:
            self._footer.rated.choose(rating)
            return
        self._save(self._model.rate(rating))
        self._show_phase()

    def _reveal(self) -> None:
        self._model.reveal()
        if isinstance(self._pane, CardPane):
            self._pane.reveal()
            self._column.show_part(self._pane.back)
        self._show_phase()
        self._focus()

    @Slot()
    def _answer(self) -> None:
        pane = self._pane
        answer = pane.input.answer() if isinstance(pane, QuestionPane) else None
        if answer is None or not isinstance(pane, QuestionPane):
            return
        record = self._model.give(answer)
        if record is None:
            return
        self._column.show_part(pane.show_answered(answer, is_right=self._model.is_right))
        self._save(record)
        self._show_phase()
        self._focus()
        if isinstance(self._model.item, Question) and self._model.item.kind is QuestionKind.PREDICT:
            self._runs.run()

    def _go_on(self) -> None:
        if self._model.go_on() and self._model.item is not None:
            self._finish(self._model.item.id)

    def _finish(self, item: str) -> None:
        self._put_away()
        self.finished.emit(item)

    @Slot(str)
    def _put_off(self, item: str) -> None:
        self._put_away()
        self.put_off.emit(item)

    @Slot()
    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    def _put_away(self) -> None:
        self._actions.open(None)
        self._note.open(None)

    @Slot()
    def _follow_shelf(self) -> None:
        """Show a card of one's own as it is now, or go on if it is no more."""
        item = self._model.item
        now = self._services.find(item.id) if item is not None else None
        if item is None or now == item or self._model.phase is Phase.DONE:
            return
        if now is None:
            self._put_off(item.id)
        elif isinstance(now, Card):
            was_revealed = self._model.phase is Phase.BACK
            self.open(now, self._position)
            if was_revealed:
                self._reveal()

    def _save(self, record: Record | None) -> None:
        if record is None:
            return
        learner = self._services.learner
        work = partial(write_and_watch, partial(write, record, learner), learner, record.item)
        self._services.store.submit(work, partial(self._saved, record), partial(self._failed, record))

    def _saved(self, record: Record, written: Written) -> None:
        self._notice.hide()
        is_finished = self._model.saved(record)
        self._show_phase()
        if is_finished:
            self._finish(record.item)
        elif self._model.item is not None and self._model.item.id == record.item:
            self._actions.was_rated = True
            self._actions.look()
        if written.lapses:
            says = leech_message(self._title(record.item), written.lapses, suspended=written.suspended)
            self.told.emit(Told(says, offers_undo=written.suspended))

    def _title(self, item_id: str) -> str:
        item = self._services.find(item_id)
        return item.title.read(self._services.appearance.wording.language) if item else item_id

    def close_cleanly(self) -> None:
        """Try once more to write what could not be written, and write the note, before the window closes.

        Raises:
            JournalError: if it still can't be; then it is kept for another try.
        """
        failed = self._model.take_failed()
        for number, record in enumerate(failed):
            try:
                write(record, self._services.learner)
            except SaysError:
                for kept in failed[number:]:
                    self._model.failed(kept)
                raise
            self._model.saved(record)
        self._note.close_cleanly()

    def _failed(self, record: Record, error: Exception) -> None:
        self._model.failed(record)
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self._notice.tell(error.says)
        self._notice.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _retry(self) -> None:
        self._notice.hide()
        self._focus()
        for record in self._model.take_failed():
            self._save(record)

    @Slot()
    def _undo(self) -> None:
        if self._can_undo() and not self._undoing:
            self._undoing = True
            undo_last(self._services, self._undone, self._undo_failed)

    def _undone(self, back: TakenBack) -> None:
        self._undoing = False
        self._notice.hide()
        self._note.refresh()
        self.told.emit(Told(back.says))
        if back.shows_again is not None:
            self._put_away()
            self.undone.emit(back.shows_again)
        else:
            self._show_phase()
            self._actions.look()

    def _undo_failed(self, error: Exception) -> None:
        self._undoing = False
        self._tell(error)
