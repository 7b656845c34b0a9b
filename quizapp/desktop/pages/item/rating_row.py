"""The rating that was derived from an answer or an attempt: shown with what follows from it, and changed by hand."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.item.menu_model import RatingGiven
from quizapp.desktop.widgets.buttons import Segments
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.wheel import WheelScrolls
from quizapp.study.model import Rating
from quizapp.wording.ratings import interval_words, rating_name


class RatingGivenRow(QWidget):
    """The four ratings, of which one is given; hidden until there is one. Of the two shapes below.

    Signals:
        rerated: the learner gives another `Rating`.
    """

    rerated = Signal(object)

    def __init__(self, appearance: Appearance, ratings: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._given: RatingGiven | None = None
        self._ratings = ratings
        self._says: QLabel = label("small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(ratings, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._says)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        appearance.changed.connect(self._retranslate)
        self.hide()
        self._retranslate()

    @property
    def given(self) -> RatingGiven | None:
        """What is shown now."""
        return self._given

    def show_given(self, given: RatingGiven | None) -> None:
        """Show which rating it is and how long that sends the item away, or nothing."""
        self._given = given
        self.setVisible(given is not None)
        self._retranslate()

    def choose(self, rating: Rating) -> None:
        """Give another rating, as a click would."""
        if self._given is not None and rating is not self._given.rating:
            self._show_chosen(rating)
            self.rerated.emit(rating)

    def _show_chosen(self, rating: Rating) -> None:
        raise NotImplementedError

    def _name(self, words: dict[Rating, str]) -> None:
        raise NotImplementedError

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        self._name({rating: rating_name(rating, wording) for rating in Rating})
        tip = wording.say("How well you knew it, as it seems; choose another if that is not right")
        self._ratings.setToolTip(tip)
        self._ratings.setAccessibleName(tip)
        if self._given is not None:
            self._show_chosen(self._given.rating)
            self._says.setText(interval_words(self._given.interval, wording))
            name = rating_name(self._given.rating, wording)
            self._says.setAccessibleName(f"{name} · {self._says.text()}")


class RatingRow(RatingGivenRow):
    """Shows all four beside each other."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._segments = Segments(tuple(str(rating.value) for rating in Rating))
        super().__init__(appearance, self._segments, parent)
        self._segments.chosen.connect(self._tell)

    def _show_chosen(self, rating: Rating) -> None:
        self._segments.choose(str(rating.value))

    def _name(self, words: dict[Rating, str]) -> None:
        self._segments.set_words({str(rating.value): word for rating, word in words.items()})

    @Slot(str)
    def _tell(self, key: str) -> None:
        self.choose(Rating(int(key)))


class RatingBox(RatingGivenRow):
    """Shows the one that is given, and the others when it is opened: for narrow places."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self._box = QComboBox()
        for rating in Rating:
            self._box.addItem("", rating)
        super().__init__(appearance, self._box, parent)
        WheelScrolls(self).keep_from(self._box)
        self._box.activated.connect(self._tell)

    def _show_chosen(self, rating: Rating) -> None:
        self._box.setCurrentIndex(list(Rating).index(rating))

    def _name(self, words: dict[Rating, str]) -> None:
        for index, rating in enumerate(Rating):
            self._box.setItemText(index, words[rating])

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.choose(list(Rating)[index])
