"""One item in the result of a quiz: how it came out, and unfolded everything about it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from quizapp.desktop.icons import SIDE, dress, pixmap
from quizapp.desktop.pages.learn.panels import RowButton
from quizapp.desktop.pages.quiz.answer_words import Told, told
from quizapp.desktop.pages.quiz.model import Came, ResultLine, cards_to_read
from quizapp.desktop.pages.quiz.words import came_words, line_title
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import label
from quizapp.packs.model import Item, ItemId, Text

SIGNS = {Came.RIGHT: ("check", "ok"), Came.WRONG: ("cross", "bad"), Came.OPEN: ("minus", "muted")}
"""Icon and colour of how an item came out."""


class ResultBody(QWidget):
    """What is said of one item when its row is unfolded.

    Signals:
        item_chosen: the learner wants to open an item.
    """

    item_chosen = Signal(str)

    def __init__(self, line: ResultLine, services: Services) -> None:
        super().__init__()
        self._line, self._services = line, services
        parts = ("asked", "given", "right", "why")
        self._headings = {part: label("small") for part in parts}
        self._views = {part: CardView(services.appearance, fits_content=True) for part in parts}
        self._read_on, self._read_on_heading = QVBoxLayout(), label("small")
        self._links: list[tuple[Button, ItemId, Text]] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(44, 2, 12, 14)
        rows.setSpacing(4)
        for part in parts:
            rows.addWidget(self._headings[part])
            rows.addWidget(self._views[part])
        rows.addWidget(self._read_on_heading)
        rows.addLayout(self._read_on)
        if line.item is not None:
            self._make_links(line.item)
        self.retranslate()

    def _make_links(self, item: Item) -> None:
        cards = cards_to_read(self._services.packs, item, self._services.find)
        self._read_on.setSpacing(4)
        for item_id, title in (*cards, (item.id, item.title)):
            button = Button("quiet")
            button.clicked.connect(self._choose)
            self._links.append((button, item_id, title))
            self._read_on.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _choose(self) -> None:
        pressed = self.sender()
        self.item_chosen.emit(next(item for button, item, _ in self._links if button is pressed))

    def retranslate(self) -> None:
        """Show the words in the language and look in use."""
        wording = self._services.appearance.wording
        says = told(self._line, wording)
        for part, name in (
            ("asked", wording.say("Asked")),
            ("given", wording.say("Your answer")),
            ("right", wording.say("The right answer")),
            ("why", wording.say("Why")),
        ):
            self._show(part, name, says)
        self._read_on_heading.setText(wording.say("Read on"))
        self._read_on_heading.setVisible(bool(self._links))
        for button, item_id, title in self._links:
            is_itself = item_id == self._line.item_id
            text = wording.say("Open it in study") if is_itself else title.read(wording.language)
            button.setText(text)
            own = self._services.find(item_id)
            dress(button, "play" if is_itself or own is None else "card", self._services.appearance.colours.accent)

    def _show(self, part: str, name: str, says: Told) -> None:
        text = getattr(says, part)
        self._headings[part].setText(name)
        self._headings[part].setVisible(bool(text))
        self._views[part].setVisible(bool(text))
        self._views[part].setAccessibleName(name)
        folder, within = self._folders()
        self._views[part].set_markdown(text, folder, within=within)

    def _folders(self) -> tuple[Path | None, Path | None]:
        if self._line.item is None:
            return None, None
        pack = self._services.shelf.pack_of(self._line.item_id)
        return self._line.item.folder, pack.folder if pack is not None else None


class ResultRow(QWidget):
    """One item of the quiz: how it came out and its title; unfolds to everything about it.

    Signals:
        item_chosen: the learner wants to open an item.
        unfolded: carries the row.
    """

    item_chosen = Signal(str)
    unfolded = Signal(object)

    def __init__(self, line: ResultLine, services: Services) -> None:
        super().__init__()
        self._line, self._services = line, services
        self.body: ResultBody | None = None
        self._is_folded = True
        self.head = RowButton(services.appearance)
        self._sign, self._title, self._came = QLabel(), label(wraps=True), label("muted")
        self._chevron = QLabel()
        self.head.row.setContentsMargins(12, 8, 12, 8)
        self.head.row.addWidget(self._sign)
        self.head.row.addWidget(self._title, 1)
        self.head.row.addWidget(self._came)
        self.head.row.addWidget(self._chevron)
        self.head.pass_clicks_through(self._sign, self._title, self._came, self._chevron)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        self.head.clicked.connect(self.turn)
        self.retranslate()

    @Slot()
    def turn(self) -> None:
        """Unfold, or fold."""
        if self.body is None:
            self.body = ResultBody(self._line, self._services)
            self.body.item_chosen.connect(self.item_chosen)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.body)
        opened = self._is_folded
        self._is_folded = not opened
        self.body.setVisible(opened)
        self.retranslate()
        if opened:
            self.unfolded.emit(self)

    def retranslate(self) -> None:
        """Show the words in the language and look in use."""
        wording, colours = self._services.appearance.wording, self._services.appearance.colours
        ratio = self.devicePixelRatioF()
        sign, ink = SIGNS[self._line.came]
        is_open = not self._is_folded
        self._sign.setPixmap(pixmap(sign, getattr(colours, ink), SIDE, ratio))
        self._title.setText(f"{self._line.number}.  {line_title(self._line, wording)}")
        self._came.setText(came_words(self._line.came, wording))
        self._chevron.setPixmap(pixmap("chevron-down" if is_open else "chevron-right", colours.muted, SIDE, ratio))
        self.head.setAccessibleName(f"{self._title.text()}, {self._came.text()}")
        self.head.setToolTip(wording.say("Hide details") if is_open else wording.say("Show details"))
        if self.body is not None:
            self.body.retranslate()
