"""The top of the Statistics page: its title, and the choice of what to look at."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.statistics.model import Choice
from quizapp.desktop.widgets.buttons import Segments
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.packs.model import Pack
from quizapp.study.statistics.period import Period
from quizapp.wording import Wording


class StatisticsHead(QWidget):
    """Offers the periods, and the packs if there are several; `chosen` carries a `Choice`."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._choice = Choice()
        self._title = label("title")
        self.packs = QComboBox()
        self.periods = Segments(tuple(Period))
        row = Flow(gap=16)
        row.add_words(self._title)
        row.addWidget(self.periods)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(row)
        # Not beside the periods: a pack's title may be as long as it likes.
        whole.addWidget(self.packs, 0, Qt.AlignmentFlag.AlignRight)
        self.periods.chosen.connect(self._choose_period)
        self.packs.currentIndexChanged.connect(self._choose_pack)

    def allow_choice(self, *, allowed: bool) -> None:
        """Let the learner choose, or not while there is nothing to choose from."""
        self.periods.setVisible(allowed)
        self.packs.setVisible(allowed and self.packs.count() > 2)

    def show_choice(self, choice: Choice, packs: tuple[Pack, ...]) -> None:
        """Show what is chosen, of these packs, in the language in use."""
        self._choice = choice
        wording = self._appearance.wording
        self._title.setText(wording.say("Statistics"))
        self.periods.set_words({period: period_word(period, wording) for period in Period})
        self.periods.setAccessibleName(wording.say("Period"))
        self.periods.choose(choice.period)
        self.packs.setAccessibleName(wording.say("Pack"))
        with QSignalBlocker(self.packs):
            self.packs.clear()
            self.packs.addItem(wording.say("All packs"), None)
            for pack in packs:
                self.packs.addItem(pack.title.read(wording.language), pack.id)
            self.packs.setCurrentIndex(max(0, self.packs.findData(choice.pack)))

    @Slot(str)
    def _choose_period(self, period: str) -> None:
        self._tell(Choice(Period(period), self._choice.pack))

    @Slot()
    def _choose_pack(self) -> None:
        self._tell(Choice(self._choice.period, self.packs.currentData()))

    def _tell(self, choice: Choice) -> None:
        if choice != self._choice:
            self._choice = choice
            self.chosen.emit(choice)


def period_word(period: Period, wording: Wording) -> str:
    """Return the name of a period."""
    words = {
        Period.MONTH: wording.say("30 days"),
        Period.QUARTER: wording.say("90 days"),
        Period.YEAR: wording.say("1 year"),
        Period.ALL: wording.say("All time"),
    }
    return words[period]
