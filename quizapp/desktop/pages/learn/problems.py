"""The panel of the Learn page that says what could not be read."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, dress, pixmap
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel
from quizapp.packs.problems import PackError


class ProblemsPanel(Panel):
    """Says quietly how many items could not be read; the sentences are there for who wants them.

    Attributes:
        problems: what it says.
    """

    def __init__(self, problems: tuple[PackError, ...], appearance: Appearance) -> None:
        super().__init__()
        self.problems = problems
        self._appearance = appearance
        self._sign, self._heading, self._show = QLabel(), label(wraps=True), Button("quiet")
        self._details = label("muted", wraps=True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.hide()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._sign)
        top.addWidget(self._heading, 1)
        top.addWidget(self._show)
        self.rows.setContentsMargins(24, 8, 12, 8)
        self.rows.addLayout(top)
        self.rows.addWidget(self._details)
        self._show.clicked.connect(self._toggle)
        self.retranslate()

    @Slot()
    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language in use."""
        wording, colours = self._appearance.wording, self._appearance.colours
        self._sign.setPixmap(pixmap("warning", colours.warn, SIDE, self.devicePixelRatioF()))
        self._heading.setText(
            wording.say_many("{count} item could not be read", "{count} items could not be read", len(self.problems))
        )
        sentences = (f"{problem.place()}: {wording.sentence(problem.says)}" for problem in self.problems)
        self._details.setText("\n".join(sentences))
        hidden = self._details.isHidden()
        self._show.setText(wording.say("Show details") if hidden else wording.say("Hide details"))
        dress(self._show, "chevron-right" if hidden else "chevron-down", colours.muted)
