"""What can be done with an exercise besides solving it: its menu, its note, another rating, cards made of its code."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from quizapp.desktop.icons import icon
from quizapp.desktop.pages.exercise.model import ExerciseState
from quizapp.desktop.pages.item.actions import ItemActions
from quizapp.desktop.pages.item.key_names import key_name
from quizapp.desktop.pages.item.leech import Written
from quizapp.desktop.pages.item.menu_model import KEYS_AT_WORK, ItemSeen, Offer
from quizapp.desktop.pages.item.note_pane import NotePane
from quizapp.desktop.pages.item.rating_row import RatingGivenRow
from quizapp.desktop.pages.item.taken_words import TakenBack
from quizapp.desktop.pages.item.words import Told, leech_message
from quizapp.desktop.pages.own_cards.editor_model import whole_lines
from quizapp.desktop.services import Services
from quizapp.desktop.undoing import undo_last
from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.packs.model import Exercise


class ExerciseActions(QObject):
    """Brings menu, note and rating of the exercise page together; the page gives them their places.

    Signals:
        put_off: the exercise with this id does not come up now; the next item may.
        undone: what sent the item with this id away was taken back.
        told: what was done, or taken back, as `Told`.

    Attributes:
        button: opens the menu. note: the learner's note, shown once the exercise is through.
        rated: the rating that was derived, to be changed.
    """

    put_off = Signal(str)
    undone = Signal(str)
    told = Signal(object)

    def __init__(self, page: QWidget, services: Services, editor: CodeEditor, rated: RatingGivenRow) -> None:
        super().__init__(page)
        self._services = services
        self._editor = editor
        self._exercise: Exercise | None = None
        self._undoing = False
        self._actions = ItemActions(page, services)
        self._actions.keys = KEYS_AT_WORK
        self._actions.selected_code = self._selected_code
        self.button, self.note, self.rated = self._actions.button, NotePane(services), rated
        self._connect()
        page.installEventFilter(self)
        self._actions.take_menu_key_of(page)

    def _connect(self) -> None:
        self._actions.note_wanted.connect(self.note.edit)
        self._actions.undo_wanted.connect(self.undo)
        self._actions.put_off.connect(self.put_off)
        self._actions.told.connect(self.told)
        self._actions.seen.connect(self._show_rating)
        self.rated.rerated.connect(self._actions.rerate)
        self.note.closed.connect(self._focus_code)
        self._editor.customContextMenuRequested.connect(self._open_code_menu)

    def open(self, exercise: Exercise | None) -> None:
        """Be about another exercise, or about none; the note before is saved."""
        self._exercise = exercise
        self._actions.open(exercise)
        self.note.open(exercise.id if exercise is not None else None, is_told=False)
        self.rated.show_given(None)

    def show_state(self, state: ExerciseState) -> None:
        """Show the note as soon as it can't give anything away any more."""
        if state.can_go_on:
            self.note.tell()

    def recorded(self, exercise: Exercise, written: Written) -> None:
        """Show the rating that followed from an attempt, and say so if the exercise is forgotten again and again."""
        if written.lapses:
            title = exercise.title.read(self._services.appearance.wording.language)
            says = leech_message(title, written.lapses, suspended=written.suspended)
            self.told.emit(Told(says, offers_undo=written.suspended))
        if exercise is self._exercise and written.answer is not None:
            self._actions.was_rated = True
            self._actions.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that no widget on the page took."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            return self._actions.press(key_name(event))
        return super().eventFilter(watched, event)

    @Slot()
    def undo(self) -> None:
        """Take back what the learner did last."""
        if not self._undoing:
            self._undoing = True
            undo_last(self._services, self._undone, self._undo_failed)

    def _undone(self, back: TakenBack) -> None:
        self._undoing = False
        self.note.refresh()
        self.told.emit(Told(back.says))
        if back.shows_again is not None:
            self.undone.emit(back.shows_again)
        else:
            self._actions.look()

    def _undo_failed(self, error: Exception) -> None:
        self._undoing = False
        raise error

    @Slot(object)
    def _show_rating(self, seen: ItemSeen) -> None:
        if self._actions.was_rated:
            self.rated.show_given(seen.given)

    @Slot()
    def _focus_code(self) -> None:
        self._editor.setFocus()

    def _selected_code(self) -> str:
        cursor = self._editor.textCursor()
        before = QTextCursor(cursor)
        before.setPosition(cursor.selectionStart())
        before.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        return whole_lines(before.selectedText(), cursor.selectedText())

    @Slot(QPoint)
    def _open_code_menu(self, place: QPoint) -> None:
        menu = self._editor.createStandardContextMenu(place)
        menu.setParent(self._editor, menu.windowFlags())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addSeparator()
        action = menu.addAction(self._services.appearance.wording.say("Make a card of this…"))
        action.setIcon(icon("note", self._services.appearance.colours.text))
        action.setEnabled(self._exercise is not None and bool(self._selected_code()))
        action.triggered.connect(self.make_card)
        menu.popup(self._editor.viewport().mapToGlobal(place))

    @Slot()
    def make_card(self) -> bool:
        """Begin a card with the selected code, and tell whether there was any."""
        has_code = self._exercise is not None and bool(self._selected_code())
        if has_code:
            self._actions.do(Offer.CARD)
        return has_code
