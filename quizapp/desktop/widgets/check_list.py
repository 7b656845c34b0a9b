"""The checks of an exercise, each with its mark and, where it failed, what was found."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.icons import icon, pixmap
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.check_rows import CheckMark, CheckRow, Detail
from quizapp.desktop.widgets.inline_label import InlineLabel
from quizapp.desktop.widgets.labels import label

SIGN_SIDE = 18
LONGEST_VALUE = 400
"""Characters of an expected or got value; more is cut."""

_SIGNS = {
    CheckMark.PASSED: ("check", "ok"),
    CheckMark.FAILED: ("cross", "bad"),
    CheckMark.NOT_REACHED: ("minus", "muted"),
    CheckMark.UNTRIED: ("new", "muted"),
}


class CheckList(QWidget):
    """Shows rows of checks, made anew whenever they are set.

    Signals:
        look_wanted: the learner wants to see the value that a finding is about; carries its `Detail`.
    """

    look_wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: tuple[CheckRow, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        appearance.changed.connect(self._rebuild)

    def set_rows(self, rows: tuple[CheckRow, ...]) -> None:
        """Show other rows; the same ones are left as they are."""
        if rows != self._shown:
            self._shown = rows
            self._rebuild()

    @Slot()
    def _rebuild(self) -> None:
        while (place := self._rows.takeAt(0)) is not None:
            row = place.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for shown in self._shown:
            row = _Row(self._appearance, shown)
            row.look_wanted.connect(self.look_wanted)
            self._rows.addWidget(row)


class _Row(QWidget):
    """One check."""

    look_wanted = Signal(object)

    def __init__(self, appearance: Appearance, row: CheckRow) -> None:
        super().__init__()
        self._appearance = appearance
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(10)
        sides.addWidget(self._sign(row.mark), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(5)
        sentence = InlineLabel(appearance, "muted" if row.mark is CheckMark.NOT_REACHED else "body")
        sentence.set_markdown(row.sentence)
        texts.addWidget(sentence)
        for detail in row.details:
            view = _DetailView(appearance, detail)
            view.look_wanted.connect(self.look_wanted)
            texts.addWidget(view)
        sides.addLayout(texts, 1)
        self.setAccessibleName(f"{_mark_word(row.mark, appearance)}: {sentence.words()}")

    def _sign(self, mark: CheckMark) -> QLabel:
        name, colour = _SIGNS[mark]
        sign = QLabel()
        sign.setPixmap(pixmap(name, getattr(self._appearance.colours, colour), SIGN_SIDE, self.devicePixelRatioF()))
        sign.setToolTip(_mark_word(mark, self._appearance))
        sign.setAccessibleName(sign.toolTip())
        return sign


class _DetailView(QWidget):
    """One finding: its sentence, and both sides below where the sentence leaves them out."""

    look_wanted = Signal(object)

    def __init__(self, appearance: Appearance, detail: Detail) -> None:
        super().__init__()
        self._detail = detail
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        for text in filter(None, (detail.inputs, detail.sentence)):
            sentence = InlineLabel(appearance, "muted")
            sentence.set_sentence(text)
            rows.addWidget(sentence)
        if detail.expected or detail.got:
            rows.addLayout(self._sides(appearance, detail))
        if detail.look:
            rows.addWidget(self._look_button(appearance, detail.look), 0, Qt.AlignmentFlag.AlignLeft)

    def _look_button(self, appearance: Appearance, name: str) -> Button:
        say = appearance.wording.say
        button = Button("quiet", compact=True)
        button.setText(say("Inspect"))
        button.setIcon(icon("inspect", appearance.colours.text))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(say("Inspect {name}", name=name))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(self._want_look)
        return button

    @Slot()
    def _want_look(self) -> None:
        self.look_wanted.emit(self._detail)

    def _sides(self, appearance: Appearance, detail: Detail) -> QGridLayout:
        say = appearance.wording.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        sides = ((say("expected"), detail.expected), (say("got"), detail.got))
        for row, (word, value) in enumerate(side for side in sides if side[1]):
            name = label("small")
            name.setText(word)
            shown = InlineLabel(appearance)
            shown.setFont(code_font())
            shown.set_sentence(_cut(value))
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(shown, row, 1)
        return grid


def _cut(value: str) -> str:
    return value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "…"


def _mark_word(mark: CheckMark, appearance: Appearance) -> str:
    say = appearance.wording.say
    match mark:
        case CheckMark.PASSED:
            return say("Holds")
        case CheckMark.FAILED:
            return say("Fails")
        case CheckMark.NOT_REACHED:
            return say("Not reached")
        case CheckMark.UNTRIED:
            return say("Not checked yet")
