"""What is shown of a fit: how far it is, what it found, why there is none."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, pixmap
from quizapp.desktop.pages.settings.scheduling_model import SchedulingState
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label, set_role
from quizapp.desktop.widgets.panel import progress_bar
from quizapp.fitting.proposal import Proposal
from quizapp.message import Message
from quizapp.wording.tuning import effect_sentence, fit_sentences

_STEPS = 1000
"""Of the bar: a fit tells less often than that."""


class FitBox(QFrame):
    """Hidden as long as there is nothing to tell.

    `cancelled`: the search is to end. `accepted`: what was found is to be used. `dismissed`: it, or what was said, is
    to be left.
    """

    cancelled = Signal()
    accepted = Signal()
    dismissed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state = SchedulingState()
        self._sign, self._verdict = QLabel(), label("strong", wraps=True)
        self._bar = progress_bar()
        self._bar.setRange(0, _STEPS)
        self._losses, self._effect = label(wraps=True), label(wraps=True)
        self._basis = label("muted", wraps=True)
        self.cancel, self.accept, self.dismiss = Button(), Button("primary"), Button()
        self._build()
        self.cancel.clicked.connect(self.cancelled)
        self.accept.clicked.connect(self.accepted)
        self.dismiss.clicked.connect(self.dismissed)
        appearance.changed.connect(self._retranslate)
        self.hide()
        self._retranslate()

    def show_state(self, state: SchedulingState) -> None:
        """Show how things stand."""
        had_keyboard = any(button.hasFocus() for button in self._buttons)
        self._state = state
        self._retranslate()
        self.setVisible(self.stage is not None)
        if had_keyboard:
            # The button that had it may be gone now.
            first = next((button for button in self._buttons if not button.isHidden()), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def stage(self) -> str | None:
        """Which of the three it shows now: `fitted`, `proposal` or `says`; None if it is hidden."""
        return next((name for name in ("fitted", "proposal", "says") if getattr(self._state, name) is not None), None)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return self.accept, self.dismiss, self.cancel

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._verdict, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 6)
        rows.setSpacing(8)
        rows.addLayout(head)
        for part in (self._bar, self._losses, self._basis, self._effect):
            rows.addWidget(part)
        rows.addLayout(buttons)

    @Slot()
    def _retranslate(self) -> None:
        say, state = self._appearance.wording.say, self._state
        self.cancel.setText(say("Cancel"))
        self.accept.setText(say("Use them"))
        is_offered = state.proposal is not None and state.proposal.effect is not None
        self.dismiss.setText(say("Discard") if is_offered else say("Close"))
        runs = state.fitted is not None
        self.cancel.setVisible(runs)
        self._bar.setVisible(runs)
        self.accept.setVisible(is_offered)
        self.dismiss.setVisible(not runs)
        for part in (self._losses, self._effect, self._basis):
            part.setVisible(state.proposal is not None)
        self._sign.setVisible(not runs)
        set_role(self._verdict, "body" if self.stage == "says" else "strong")
        if state.fitted is not None:
            self._show_progress(state.fitted)
        elif state.proposal is not None:
            self._show_proposal(state.proposal)
        elif state.says is not None:
            self._show_trouble(state.says)

    def _show_progress(self, share: float) -> None:
        words = self._appearance.wording.say(
            "Fitting the parameters to your reviews: {percent} %", percent=round(share * 100)
        )
        self._verdict.setText(words)
        self._bar.setValue(round(share * _STEPS))
        self._bar.setAccessibleName(words)

    def _show_proposal(self, proposal: Proposal) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        verdict, losses, meaning, basis = fit_sentences(proposal.fit, wording)
        self._put_sign(*(("done", colours.ok) if proposal.effect is not None else ("info", colours.muted)))
        self._verdict.setText(verdict)
        self._losses.setText(losses)
        self._basis.setText(wording.say("{first} {second}", first=meaning, second=basis))
        self._effect.setVisible(proposal.effect is not None)
        if proposal.effect is not None:
            self._effect.setText(effect_sentence(proposal.effect, wording))

    def _show_trouble(self, says: Message) -> None:
        self._put_sign("info", self._appearance.colours.warn)
        self._verdict.setText(self._appearance.wording.sentence(says))

    def _put_sign(self, name: str, colour: str) -> None:
        self._sign.setPixmap(pixmap(name, colour, SIDE, self.devicePixelRatioF()))
