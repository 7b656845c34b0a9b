"""The learner's note on the item that is open: shown as Markdown, edited in place, saved as one types."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.icons import icon
from quizapp.desktop.pages.item.note_edit import NoteEdit
from quizapp.desktop.pages.item.note_keeper import NoteKeeper
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import label
from quizapp.message import Message, SaysError
from quizapp.packs.model import ItemId

PAUSE_MS = 1500
"""From the last key press until the note is written: each writing is a row of the journal, and one step of undo."""

LONGEST_MS = 10_000
"""However long one types without a pause, no more than this is unwritten."""

RETRY_MS = 3000
"""From a note that could not be written until it is tried again."""


class NotePane(QFrame):
    """One item's note; hidden while there is none and none is being written.

    Signals:
        closed: the learner is done with editing.
        grown: the pane came up or is edited, and should be in sight.
        saved: every note is in the journal.
    """

    closed = Signal()
    grown = Signal()
    saved = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self._services = services
        self._keeper = NoteKeeper(services.learner)
        self._item: ItemId | None = None
        self._is_told = True
        self._unsaved: Message | None = None
        appearance = services.appearance
        self._heading, self._hint = label("strong"), label("small", wraps=True)
        self.edit_button = Button("quiet", compact=True)
        self.view = CardView(appearance, fits_content=True)
        self.editor = NoteEdit(appearance)
        self._pause = QTimer(self, singleShot=True)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._lay_out()
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self._save)
        self.editor.typed.connect(self._keep)
        self.editor.closed.connect(self.finish)
        self.edit_button.clicked.connect(self.edit)
        appearance.changed.connect(self._retranslate)
        self._retranslate()
        self._show()

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return not self.editor.isHidden()

    def open(self, item: ItemId | None, *, is_told: bool = True) -> None:
        """Turn to another item; the note before is saved. Until it `is_told`, a note stays hidden: it may say all."""
        if self.is_editing or self._pause.isActive():
            self._save()
        self._item, self._is_told = item, is_told
        self.editor.hide()
        self._show()

    def tell(self) -> None:
        """Show the note, if there is one, from now on: the item's answer is told."""
        if not self._is_told:
            self._is_told = True
            self._show()

    def refresh(self) -> None:
        """Show the note as the journal has it now: one was taken back."""
        if self.is_editing and self._item is not None:
            self.editor.begin(self._keeper.text(self._item))
        self._show()

    @Slot()
    def edit(self) -> None:
        """Open the editor, with the keyboard in it."""
        if self._item is None:
            return
        if not self.is_editing:
            self.editor.begin(self._keeper.text(self._item))
            self.editor.show()
        self._show()
        self.grown.emit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def finish(self) -> None:
        """Close the editor and save."""
        if self.is_editing:
            self._is_told = True
            self.editor.hide()
            self._save()
            self._show()
            self.closed.emit()

    def close_cleanly(self) -> None:
        """Bring every note to the journal before returning.

        Raises:
            JournalError: if one can't be written; it is kept for another try.
        """
        self._rest()
        self._keeper.write()

    @Slot()
    def _keep(self) -> None:
        if self._item is not None:
            self._keeper.keep(self._item, self.editor.toPlainText())
            self._pause.start(PAUSE_MS)
            if not self._longest.isActive():
                self._longest.start()

    @Slot()
    def _save(self) -> None:
        self._rest()
        self._services.store.submit(self._keeper.write, self._saved, self._not_saved)

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def _saved(self, _nothing: object) -> None:
        if self._unsaved is not None:
            self._unsaved = None
            self._retranslate()
            self._show()
        self.saved.emit()

    def _not_saved(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self._unsaved = error.says
        self._pause.start(RETRY_MS)
        self._retranslate()
        self._show()

    def _show(self) -> None:
        text = self._keeper.text(self._item) if self._item is not None else ""
        is_shown = bool(text) and self._is_told and not self.is_editing
        self.view.setVisible(is_shown)
        self.edit_button.setVisible(not self.is_editing)
        self._hint.setVisible(self.is_editing or self._unsaved is not None)
        if is_shown and text != self.view.markdown():
            self.view.set_markdown(text)
        self.setVisible(is_shown or self.is_editing or (self._unsaved is not None and self._item is not None))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.edit_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 8, 10, 12)
        rows.setSpacing(4)
        rows.addLayout(head)
        for widget in (self.view, self.editor, self._hint):
            rows.addWidget(widget)
        self.editor.hide()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._services.appearance.wording, self._services.appearance.colours
        self.setStyleSheet(
            f"QFrame#note {{ background: transparent; border: 1px solid {colours.border}; border-radius: 9px; }}"
        )
        self._heading.setText(wording.say("Your note"))
        self.view.setAccessibleName(wording.say("Your note"))
        self.editor.setAccessibleName(wording.say("Your note"))
        self.editor.setPlaceholderText(wording.say("What you want to remember of this"))
        self.edit_button.setToolTip(wording.say("Edit the note (N)"))
        self.edit_button.setAccessibleName(wording.say("Edit the note"))
        self.edit_button.setIcon(icon("note", colours.text))
        self.edit_button.setIconSize(QSize(16, 16))
        if self._unsaved is not None:
            self._hint.setText(wording.sentence(self._unsaved))
        else:
            self._hint.setText(wording.say("Markdown, saved as you type. Ctrl+Enter or Esc closes."))
