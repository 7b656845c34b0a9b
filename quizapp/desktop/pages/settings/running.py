"""The section of the settings on running code: what protects this computer, and the way of running."""

import sys
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, pixmap
from quizapp.desktop.pages.settings.row import SettingRow
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.widgets.inline_label import InlineLabel
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, rule
from quizapp.message import Message
from quizapp.settings import WayChoice
from quizapp.wording.protection import foot, listed, meaning

if TYPE_CHECKING:
    from quizapp.sandbox.isolation import Isolation

WAYS: tuple[WayChoice, ...] = get_args(WayChoice)


class RunningPanel(Panel):
    """Says what is kept out, what is not, and what can be seen; lets the learner choose the way of running."""

    def __init__(self, preferences: Preferences, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._appearance = preferences, appearance
        self._isolation: Isolation | None = None
        self._trouble: Message | None = None
        self._sign, self._level, self._meaning = QLabel(), label("strong", wraps=True), label("muted", wraps=True)
        self._gaps_heading, self._gaps = label("strong"), label(wraps=True)
        self._remarks_heading, self._remarks = label("strong"), label(wraps=True)
        self._more = InlineLabel(appearance, "muted")
        self._way = QComboBox()
        self._way_row, self._way_rule = SettingRow(self._way), rule()
        self.setObjectName("running")
        # What it says can be read by the keyboard too: a screen reader speaks what has the focus.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._build()
        self._way.activated.connect(self._choose_way)
        preferences.changed.connect(self._show_way)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_isolation(self, isolation: "Isolation | None", trouble: Message | None) -> None:
        """Show what is known; `trouble` says why no code can be run."""
        self._isolation, self._trouble = isolation, trouble
        self._retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._level, 1)
        self.rows.addLayout(head)
        for part in (self._meaning, self._gaps_heading, self._gaps, self._remarks_heading, self._remarks, self._more):
            self.rows.addWidget(part)
        for way in WAYS:
            self._way.addItem("", way)
        # Elsewhere than on Linux there is one way only.
        if sys.platform == "linux":
            self.rows.addWidget(self._way_rule)
            self.rows.addWidget(self._way_row)

    @Slot(int)
    def _choose_way(self, index: int) -> None:
        self._preferences.choose_way(WAYS[index])

    @Slot()
    def _show_way(self) -> None:
        self._way.setCurrentIndex(WAYS.index(self._preferences.settings.way))

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.setStyleSheet(f"QFrame#running:focus {{ border: 2px solid {colours.accent}; }}")
        shown = foot(self._isolation, self._trouble, wording)
        self._level.setText(shown.text)
        self._sign.setVisible(bool(shown.sign))
        if shown.sign:
            ink = getattr(colours, shown.mood)
            self._sign.setPixmap(pixmap(shown.sign, ink, SIDE, self.devicePixelRatioF()))
        self._meaning.setText(meaning(self._isolation, self._trouble, wording))
        self._list()
        self._more.set_sentence(
            wording.say("`quizapp doctor` in a terminal names the layers, and what to do about them.")
        )
        self._name_ways()
        self.setAccessibleName(wording.say("Running code"))
        said = [part.text() for part in self.findChildren(QLabel) if part.text() and not part.isHidden()]
        self.setAccessibleDescription("\n".join(said))

    def _list(self) -> None:
        wording = self._appearance.wording
        gaps = self._isolation.gaps if self._isolation is not None else ()
        remarks = self._isolation.remarks if self._isolation is not None else ()
        self._gaps_heading.setText(wording.say("Not blocked: your code can"))
        self._remarks_heading.setText(wording.say("Not hidden, but harmless by itself: your code can"))
        for heading, text, things in (
            (self._gaps_heading, self._gaps, gaps),
            (self._remarks_heading, self._remarks, remarks),
        ):
            heading.setVisible(bool(things))
            text.setVisible(bool(things))
            text.setText(listed(things, wording))

    def _name_ways(self) -> None:
        say = self._appearance.wording.say
        self._way_row.set_words(
            say("Way of running"),
            say("The pool starts slower and keeps nothing out. A change counts from the next start of the app."),
        )
        names = (say("As this system does best"), say("Fork server"), say("Pool of warm processes"))
        for index, name in enumerate(names):
            self._way.setItemText(index, name)
        self._show_way()
