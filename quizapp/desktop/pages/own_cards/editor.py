"""The window in which a card of the learner's own is written, edited and thrown away."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.pages.item.words import Told
from quizapp.desktop.pages.own_cards.changing import drop_card, write_card
from quizapp.desktop.pages.own_cards.editor_model import CardDraft, decks_of, in_deck, last_deck
from quizapp.desktop.pages.own_cards.form import CardForm
from quizapp.desktop.pages.study.source import source_words
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.ask_first import AskFirst
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.message import Message, SaysError, message

SIZE = (860, 540)
"""Logical pixels of the window when it opens; never more than the window below it has."""


class CardEditor(QDialog):
    """Writes one card after the other; closes when one was saved. What is not saved goes only if the learner says so.

    Made anew for each card or row of cards, and gone when it is closed. `told` carries what was done, as `Told`.
    """

    told = Signal(object)

    def __init__(self, services: Services, draft: CardDraft, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._is_writing = False
        self._goes_on = False
        self._ask_first = AskFirst(self)
        self.form = CardForm(services.appearance)
        self._trouble = label("small", wraps=True)
        self.drop_button, self.cancel_button = Button("quiet"), Button()
        self.next_button, self.save_button = Button(), Button("primary")
        self._lay_out()
        self._connect()
        self._begin(draft)
        self._retranslate()
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 20), min(SIZE[1], room.height() - 20))

    def _begin(self, draft: CardDraft) -> None:
        cards = self._services.learner.own_cards()
        otherwise = self._services.appearance.wording.say("My cards")
        source = source_words(draft.source, self._services)
        self.form.begin(in_deck(draft, last_deck(cards, otherwise)), decks_of(cards), source)
        is_new = draft.id is None
        self.drop_button.setVisible(not is_new)
        self.next_button.setVisible(is_new)
        self._show_state()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.drop_button)
        buttons.addWidget(self._trouble, 1)
        for button in (self.cancel_button, self.next_button, self.save_button):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(22, 18, 22, 16)
        rows.setSpacing(14)
        rows.addWidget(self.form, 1)
        rows.addLayout(buttons)

    def _connect(self) -> None:
        self.form.changed.connect(self._show_state)
        self.save_button.clicked.connect(self._save)
        self.next_button.clicked.connect(self._save_and_go_on)
        self.cancel_button.clicked.connect(self.reject)
        self.drop_button.clicked.connect(self._ask_to_drop)
        self._services.appearance.changed.connect(self._retranslate)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._save)

    @Slot()
    def _show_state(self) -> None:
        can_save = self.form.draft().is_complete and not self._is_writing
        self.save_button.setEnabled(can_save)
        self.next_button.setEnabled(can_save)
        self.drop_button.setEnabled(not self._is_writing)

    @Slot()
    def _save(self) -> None:
        self._write(goes_on=False)

    @Slot()
    def _save_and_go_on(self) -> None:
        self._write(goes_on=True)

    def _write(self, *, goes_on: bool) -> None:
        draft = self.form.draft()
        if draft.is_complete and not self._is_writing:
            self._set_writing(is_writing=True)
            self._goes_on = goes_on
            write_card(self._services, draft.card(), partial(self._written, draft), self._failed)

    def _written(self, draft: CardDraft) -> None:
        self._set_writing(is_writing=False)
        self.told.emit(Told(written_message(draft), offers_undo=True))
        if self._goes_on:
            self._begin(draft.next())
        else:
            self.accept()

    def _failed(self, error: Exception) -> None:
        self._set_writing(is_writing=False)
        if not isinstance(error, SaysError):
            raise error
        self._trouble.setText(self._services.appearance.wording.sentence(error.says))

    def _set_writing(self, *, is_writing: bool) -> None:
        self._is_writing = is_writing
        self._trouble.clear()
        self._show_state()

    @Slot()
    def _ask_to_drop(self) -> None:
        say = self._services.appearance.wording.say
        self._ask_first.ask(
            say("Throw this card away?"),
            say("What you learnt with it stays in your journal. Undo brings it back."),
            yes=say("Throw away"),
            no=say("Keep it"),
            then=self._drop,
        )

    def _drop(self) -> None:
        item = self.form.draft().id
        if item is not None:
            self._set_writing(is_writing=True)
            drop_card(self._services, item, self._dropped, self._failed)

    def _dropped(self) -> None:
        self.told.emit(Told(message("The card is thrown away."), offers_undo=True))
        self.accept()

    @Slot()
    def reject(self) -> None:
        """Close without saving; where something would be lost, ask first."""
        if self._is_writing:
            return
        if not self.form.is_changed:
            super().reject()
            return
        say = self._services.appearance.wording.say
        self._ask_first.ask(
            say("Leave without saving?"),
            say("What you wrote on this card is then gone."),
            yes=say("Leave"),
            no=say("Go on writing"),
            then=super().reject,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Do as Esc does."""
        if self.isVisible() and (self.form.is_changed or self._is_writing):
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    @Slot()
    def _retranslate(self) -> None:
        say = self._services.appearance.wording.say
        self.setWindowTitle(say("New card") if self.form.draft().id is None else say("Edit card"))
        self.save_button.setText(say("Save"))
        self.save_button.setToolTip(f"{self.save_button.text()} (Ctrl+Enter)")
        self.next_button.setText(say("Save, then another"))
        self.cancel_button.setText(say("Cancel"))
        self.drop_button.setText(say("Throw away…"))


def written_message(draft: CardDraft) -> Message:
    """Say that a card was written or changed."""
    if draft.id is not None:
        return message("The card is changed.")
    return message("The card is in your deck “{deck}”.", deck=" ".join(draft.deck.split()))


def open_card_editor(services: Services, draft: CardDraft, over: QWidget) -> CardEditor:
    """Open the window for a card over the window of a widget."""
    editor = CardEditor(services, draft, over.window())
    editor.open()
    return editor
