"""The Statistics page: what the learner's reviews come to, statistic by statistic."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.pages.section_page import SectionPage
from quizapp.desktop.pages.statistics.head import StatisticsHead
from quizapp.desktop.pages.statistics.model import Choice, Look, Reading, Statistic, look, read
from quizapp.desktop.pages.statistics.states import NothingYet, Unreadable
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column
from quizapp.message import SaysError

if TYPE_CHECKING:
    # NumPy and pyqtgraph come with it: imported when there is something to draw.
    from quizapp.desktop.pages.statistics.panel import StatisticPanel


class StatisticsPage(SectionPage):
    """Shows a `Look`; reads the journal anew whenever `refresh` is called, and counts it for each choice."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._reading: Reading | None = None
        self._look: Look | None = None
        self._choice = Choice()
        # Of two answers the one to what was asked last counts, whichever comes last.
        self._asked = 0
        self.head = StatisticsHead(services.appearance)
        self._waiting = label("muted")
        self._nothing = NothingYet(services.appearance)
        self._unreadable = Unreadable(services.appearance)
        self.panels: dict[Statistic, StatisticPanel] = {}
        self._below = QWidget()
        self._column = Column()
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    def _build(self) -> None:
        rows = self._column.rows
        for part in (self.head, self._waiting, self._unreadable, self._nothing, self._below):
            rows.addWidget(part)
        rows.addStretch()
        self._unreadable.hide()
        self._nothing.hide()
        self._below.hide()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(rows.spacing())
        self._column.fill(self)

    def _connect(self) -> None:
        self.head.chosen.connect(self._choose)
        self._nothing.study.clicked.connect(self._begin)
        self._unreadable.again.clicked.connect(self.refresh)
        self._services.appearance.changed.connect(self._retranslate)

    @Slot()
    def refresh(self) -> None:
        """Read the journal anew, after everything that is still to be written."""
        self._services.store.submit(_come_after, self._read)

    def _read(self, _come: None) -> None:
        # Not on the store's thread, where a rating would have to wait for it.
        self._services.runs.submit(partial(read, self._services.learner), self._keep, self._fail)

    def _keep(self, reading: Reading) -> None:
        self._reading = reading
        self._count()

    @Slot(object)
    def _choose(self, choice: Choice) -> None:
        self._choice = choice
        self._count()

    def _count(self) -> None:
        if self._reading is None:
            return
        packs = self._services.packs
        if self._choice.pack not in {None, *(pack.id for pack in packs)}:
            self._choice = Choice(self._choice.period)
        self._asked += 1
        work = partial(look, self._reading, packs, self._choice)
        self._services.runs.submit(work, partial(self._show, self._asked), self._fail)

    def _show(self, asked: int, found: Look) -> None:
        if asked == self._asked:
            self._look = found
            self._unreadable.hide()
            self._retranslate()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self._unreadable.show_error(error.says)
        self._show_parts(shows_nothing=False, shows_panels=False)

    def _show_parts(self, *, shows_nothing: bool, shows_panels: bool) -> None:
        self._waiting.hide()
        self._nothing.setVisible(shows_nothing)
        self._below.setVisible(shows_panels)
        self.head.allow_choice(allowed=shows_panels)

    @Slot()
    def _begin(self) -> None:
        if self._look is not None and self._look.to_begin:
            self.study_chosen.emit(self._look.to_begin)

    @Slot()
    def _retranslate(self) -> None:
        wording = self._services.appearance.wording
        self._waiting.setText(wording.say("Reading what you have learnt…"))
        self.head.show_choice(self._choice, self._services.packs)
        self._unreadable.retranslate()
        if self._look is None:
            self.head.allow_choice(allowed=False)
        elif self._look.overview is None:
            self._nothing.show_words(can_begin=bool(self._look.to_begin))
            self._show_parts(shows_nothing=True, shows_panels=False)
        else:
            self._show_panels(self._look)

    def _show_panels(self, found: Look) -> None:
        # Imported now: the page must be there before it has anything to draw.
        from quizapp.desktop.pages.statistics.content import contents
        from quizapp.desktop.pages.statistics.dates import Dates
        from quizapp.desktop.pages.statistics.figures import Pen

        assert found.overview is not None
        wording = self._services.appearance.wording
        told = contents(found.overview, found, Pen(wording, Dates(wording)))
        if not self.panels:
            self._make_panels()
        for statistic, panel in self.panels.items():
            panel.show_content(told[statistic])
        self._show_parts(shows_nothing=False, shows_panels=True)

    def _make_panels(self) -> None:
        from quizapp.desktop.pages.statistics.panel import StatisticPanel

        below = self._below.layout()
        assert below is not None
        for statistic in Statistic:
            panel = StatisticPanel(statistic, self._services)
            panel.study_chosen.connect(self.study_chosen)
            self.panels[statistic] = panel
            below.addWidget(panel)


def _come_after() -> None:
    """Do nothing, when it is this one's turn."""
