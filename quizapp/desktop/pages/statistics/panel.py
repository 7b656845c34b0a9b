"""One statistic on the page: title, what it says, the plot or its table, and the ways to save them."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.statistics.content import Content
from quizapp.desktop.pages.statistics.dates import Dates
from quizapp.desktop.pages.statistics.model import Statistic
from quizapp.desktop.pages.statistics.picture import picture_of
from quizapp.desktop.pages.statistics.saving import Saving
from quizapp.desktop.pages.statistics.tables import as_csv, shown
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel
from quizapp.desktop.widgets.plots.body import Body
from quizapp.desktop.widgets.plots.figures import ColumnKind
from quizapp.desktop.widgets.plots.table import FigureTable
from quizapp.message import Message


class StatisticPanel(Panel):
    """Shows the content of one statistic.

    Signals:
        study_chosen: the learner wants to do items; carries a tuple of ids.
    """

    study_chosen = Signal(object)

    def __init__(self, statistic: Statistic, services: Services) -> None:
        super().__init__()
        self.statistic = statistic
        self._appearance: Appearance = services.appearance
        self.content: Content | None = None
        self._told: Message | None = None
        self._title, self._sentence = label("heading", wraps=True), label(wraps=True)
        self._status = label("small", wraps=True)
        self.as_table = Button("quiet", compact=True)
        self.save_picture, self.save_table = Button("quiet", compact=True), Button("quiet", compact=True)
        self.body = Body(services.appearance)
        # Made when first asked for: ten tables that nobody looks at would hold the page up.
        self.table: FigureTable | None = None
        self._saving = Saving(services.runs, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        buttons = QWidget()
        beside = Flow(buttons, gap=2)
        self.as_table.setCheckable(True)
        for button in (self.as_table, self.save_picture, self.save_table):
            beside.addWidget(button)
        head = Flow(gap=2, line_gap=2)
        head.add_words(self._title)
        head.addWidget(buttons)
        self.rows.addLayout(head)
        for part in (self._sentence, self._status, self.body):
            self.rows.addWidget(part)
        self._status.hide()

    def _connect(self) -> None:
        self.as_table.toggled.connect(self._show_body)
        self.save_picture.clicked.connect(self._offer_picture)
        self.save_table.clicked.connect(self._offer_table)
        self.body.chosen.connect(self.study_chosen)
        self._saving.told.connect(self._tell)

    def show_content(self, content: Content) -> None:
        """Show this, in the look in use."""
        self.content = content
        say = self._appearance.wording.say
        self.setAccessibleName(content.title)
        self._title.setText(content.title)
        self._sentence.setText(content.sentence)
        self.as_table.setText(say("Table"))
        self.as_table.setToolTip(say("Show the numbers as a table"))
        self.save_picture.setText(say("PNG…"))
        self.save_picture.setToolTip(say("Save the plot as a picture"))
        self.save_table.setText(say("CSV…"))
        self.save_table.setToolTip(say("Save the numbers for a spreadsheet"))
        for button in (self.as_table, self.save_picture, self.save_table):
            button.setAccessibleName(say("{what}: {says}", what=content.title, says=button.toolTip()))
            button.setVisible(content.figure is not None)
        if self._told is not None:
            self._status.setText(self._appearance.wording.sentence(self._told))
        self._show_body()

    @Slot()
    def _show_body(self) -> None:
        content = self.content
        if content is None or content.figure is None:
            self.body.hide()
            if self.table is not None:
                self.table.hide()
            return
        is_table = self.as_table.isChecked()
        # Also while it is hidden: it must not come back in yesterday's colours.
        self.body.show_figure(content.figure, content.title, content.sentence)
        if is_table:
            self._show_table(content)
        self.body.setVisible(not is_table)
        if self.table is not None:
            self.table.setVisible(is_table)

    def _show_table(self, content: Content) -> None:
        if self.table is None:
            self.table = FigureTable(self._appearance)
            self.rows.addWidget(self.table)
        wording, headings = self._appearance.wording, content.table.headings
        dates = Dates(wording)
        rows = tuple(
            tuple(shown(cell, heading.kind, dates, wording) for cell, heading in zip(row, headings, strict=True))
            for row in content.table.rows
        )
        numeric = tuple(heading.kind not in (ColumnKind.TEXT, ColumnKind.DATE) for heading in headings)
        self.table.show_rows(content.title, tuple(heading.words for heading in headings), rows, numeric)

    @Slot()
    def _offer_picture(self) -> None:
        if self.content is not None:
            say = self._appearance.wording.say
            content = picture_of(self.content, self._appearance)
            self._saving.offer(say("Save the plot as a picture"), self._name("png"), say("Pictures (*.png)"), content)

    @Slot()
    def _offer_table(self) -> None:
        if self.content is not None:
            say = self._appearance.wording.say
            content = as_csv(self.content.table)
            title = say("Save the numbers for a spreadsheet")
            self._saving.offer(title, self._name("csv"), say("Tables (*.csv)"), content)

    def _name(self, ending: str) -> str:
        return f"{self.statistic.value}-{date.today().isoformat()}.{ending}"

    @Slot(object)
    def _tell(self, says: Message) -> None:
        self._told = says
        self._status.setText(self._appearance.wording.sentence(says))
        self._status.show()
