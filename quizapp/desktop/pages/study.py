"""The study page: one card or question with the whole window to itself."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.consent import Unasked
from quizapp.desktop.pages.ask_to_run import AskToRun
from quizapp.desktop.pages.study_card import CardPane
from quizapp.desktop.pages.study_column import ReadingColumn
from quizapp.desktop.pages.study_frame import SaveNotice, StudyFooter, StudyHeader
from quizapp.desktop.pages.study_model import ENTER, ESCAPE, SPACE, Command, Phase, Record, Studied, StudyModel, write
from quizapp.desktop.pages.study_question import QuestionPane
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import ENTER_KEYS, Button
from quizapp.desktop.widgets.questions.run_view import RunView
from quizapp.markdown.html import is_safe_link
from quizapp.message import SaysError
from quizapp.packs.model import Card, ItemId, Question, QuestionKind
from quizapp.sandbox.messages import Outcome
from quizapp.study.model import Rating

if TYPE_CHECKING:
    # Only annotations: the scheduler and the sandbox stay out of the way of the first paint.
    from quizapp.study.session import Position


class StudyPage(QWidget):
    """Shows an item, asks `StudyModel` what a key means, and has what was decided written.

    Signals:
        finished: the item with this id was rated or answered, and that is written; the next may come.
        left: the learner leaves the sitting.
        undone: the last rating was taken back; it was of the item with this id.
    """

    finished = Signal(str)
    left = Signal()
    undone = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._model = StudyModel()
        self._pane: CardPane | QuestionPane | None = None
        self._undoing = False
        self._ask_to_run = AskToRun(self, services)
        appearance = services.appearance
        self._header, self._notice = StudyHeader(appearance), SaveNotice(appearance)
        self._column, self._footer = ReadingColumn(), StudyFooter(appearance)
        self._source = Button("quiet")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._connect()
        self._retranslate()

    def _build(self) -> None:
        self._column.add_below(self._source)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addWidget(self._notice)
        rows.addWidget(self._column, 1)
        rows.addWidget(self._footer)

    def _connect(self) -> None:
        self._header.left.connect(self.left)
        self._header.undo_requested.connect(self._undo)
        self._footer.commanded.connect(self._do)
        self._notice.retry_requested.connect(self._retry)
        self._source.clicked.connect(self._open_source)
        self._services.appearance.changed.connect(self._retranslate)

    def open(self, item: Studied, position: "Position | None" = None) -> None:
        """Show an item from its front or its prompt."""
        self._model.open(item)
        pack = next((pack for pack in self._services.packs if pack.find(item.id) is not None), None)
        folder = pack.folder if pack else item.folder
        appearance = self._services.appearance
        if isinstance(item, Card):
            self._pane = CardPane(item, pack_folder=folder, appearance=appearance)
        else:
            self._pane = QuestionPane(item, pack_folder=folder, appearance=appearance)
            self._pane.input.changed.connect(self._show_phase)
            self._pane.input.submitted.connect(self._answer)
            self._pane.run_requested.connect(self._run)
        self._column.set_content(self._pane)
        lesson = pack.lesson_of(item.id) if pack else None
        self._header.show_place(lesson.title if lesson else None, position)
        self._footer.ratings.show_intervals(self._services.learner.intervals(item.id))
        self._show_phase()
        self._focus()

    @property
    def phase(self) -> Phase:
        """How far the learner is with what is shown."""
        return self._model.phase

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
        pane, phase = self._pane, self._model.phase
        can_answer = isinstance(pane, QuestionPane) and pane.input.answer() is not None
        self._footer.show_phase(phase, can_answer=can_answer)
        source = self._model.item.source if self._model.item else None
        is_told = phase not in (Phase.FRONT, Phase.ASKING)
        self._source.setVisible(is_told and source is not None and is_safe_link(source))
        self._source.setToolTip(source or "")
        self._header.undo.setVisible(self._can_undo())

    def _can_undo(self) -> bool:
        return self._services.learner.can_undo() and not self._model.unsaved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that no widget on the page took."""
        key = _name_of(event)
        if key is None:
            self._column.take_key(event)
        elif self._model.phase is Phase.ASKING and isinstance(self._pane, QuestionPane) and self._pane.input.press(key):
            event.accept()
        elif (command := self._model.command(key)) is not None and not event.isAutoRepeat():
            self._do(command)
        else:
            self._column.take_key(event)

    @Slot(object)
    def _do(self, command: Command | Rating) -> None:
        if isinstance(command, Rating):
            self._save(self._model.rate(command))
            self._show_phase()
            return
        {
            Command.REVEAL: self._reveal,
            Command.ANSWER: self._answer,
            Command.CONTINUE: self._go_on,
            Command.RUN: self._run,
            Command.UNDO: self._undo,
            Command.LEAVE: self.left.emit,
        }[command]()

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
            self._run()

    def _go_on(self) -> None:
        if self._model.go_on() and self._model.item is not None:
            self._finish(self._model.item.id)

    def _finish(self, item: ItemId) -> None:
        self.finished.emit(item)

    def _save(self, record: Record | None) -> None:
        if record is None:
            return
        work = partial(write, record, self._services.learner)
        self._services.store.submit(work, partial(self._saved, record), partial(self._failed, record))

    def _saved(self, record: Record, _nothing: object = None) -> None:
        self._notice.hide()
        is_finished = self._model.saved(record)
        self._show_phase()
        if is_finished:
            self._finish(record.item)

    def close_cleanly(self) -> None:
        """Try once more to write what could not be written, before the window closes.

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
            self._services.store.submit(self._services.learner.undo, self._undone, self._undo_failed)

    def _undone(self, item: ItemId | None) -> None:
        self._undoing = False
        self._notice.hide()
        self._show_phase()
        if item is not None:
            self.undone.emit(item)

    def _undo_failed(self, error: Exception) -> None:
        self._undoing = False
        self._tell(error)

    @Slot()
    def _run(self) -> None:
        question = self._model.item
        run_view = self._run_view()
        if run_view is None or run_view.is_running or not isinstance(question, Question) or question.code is None:
            return
        run_view.show_running()
        observe = () if question.prediction is None else question.prediction.observed
        work = partial(_run_snippet, question.code, self._services, observe)
        self._services.runs.submit(work, partial(self._ran, run_view), partial(self._run_failed, run_view))

    def _run_view(self) -> RunView | None:
        feedback = self._pane.feedback if isinstance(self._pane, QuestionPane) else None
        return feedback.run_view if feedback is not None else None

    def _ran(self, run_view: RunView, outcome: Outcome) -> None:
        # The learner may have gone on meanwhile.
        if run_view is self._run_view():
            run_view.show_outcome(outcome)

    def _run_failed(self, run_view: RunView, error: Exception) -> None:
        is_shown = run_view is self._run_view()
        if isinstance(error, Unasked):
            run_view.show_not_run()
            if is_shown:
                self._ask_to_run.ask(error.isolation, self._run)
        elif not isinstance(error, SaysError):
            raise error
        elif is_shown:
            run_view.show_error(error)

    @Slot()
    def _open_source(self) -> None:
        source = self._model.item.source if self._model.item else None
        if source is not None and is_safe_link(source):
            QDesktopServices.openUrl(QUrl(source))

    @Slot()
    def _retranslate(self) -> None:
        appearance = self._services.appearance
        self._source.setText(appearance.wording.say("Official page ↗"))
        self._source.setStyleSheet(f"color: {appearance.colours.muted}; padding: 4px 2px;")


def _run_snippet(code: str, services: Services, observe: tuple[str, ...]) -> Outcome:
    # In the pool's thread: NumPy comes with it, which must not delay the window.
    from quizapp.practice import run_snippet

    services.permission.demand(services.sandbox)
    return run_snippet(code, services.sandbox, observe)


def _name_of(event: QKeyEvent) -> str | None:
    """Return a key's name as the model knows it, or None for one with Ctrl, Alt or Meta."""
    allowed = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    if event.modifiers() & ~allowed:
        return None
    if event.key() in ENTER_KEYS:
        return ENTER
    if event.key() == Qt.Key.Key_Escape:
        return ESCAPE
    if event.key() == Qt.Key.Key_Space:
        return SPACE
    return event.text().upper() or None
