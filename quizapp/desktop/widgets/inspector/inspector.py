"""The inspector: what a run left behind, one value at a time, as pictures and as text."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.icons import icon
from quizapp.desktop.widgets.buttons import Button, Segments
from quizapp.desktop.widgets.inspector.differing import differs
from quizapp.desktop.widgets.inspector.kinds import Kind, kinds_for
from quizapp.desktop.widgets.inspector.picture import Picture
from quizapp.desktop.widgets.inspector.pictures import make_picture
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.titles import title
from quizapp.desktop.widgets.labels import label
from quizapp.wording import Wording

MARGIN = 14


class Inspector(QWidget):
    """Shows the values of one run; which of them, and which picture of it, the learner chooses and it remembers."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._subjects: tuple[Subject, ...] = ()
        self._differing: tuple[bool, ...] = ()
        self._wanted = ""
        self._host = ""
        # The picture that was chosen last for each set of them: a tensor's choice says nothing of a module's.
        self._liked: dict[tuple[Kind, ...], Kind] = {}
        self._kinds: tuple[Kind, ...] = ()
        self._pictures: dict[Kind, tuple[Picture, QWidget]] = {}
        self.names = QComboBox()
        self._tabs = Segments(())
        self._empty = label("muted", wraps=True)
        self.words = QPlainTextEdit()
        self.as_text, self._copy = QCheckBox(), Button("quiet")
        self._lay_out()
        self.names.activated.connect(self._choose_row)
        self.as_text.toggled.connect(self._show_chosen)
        self._copy.clicked.connect(self._copy_text)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_subjects(self, subjects: tuple[Subject, ...]) -> None:
        """Show the values of another run, or of another step; the chosen one stays, by its name."""
        names = {subject.name for subject in subjects}
        if self._host and self._wanted not in names:
            # A part was looked at by itself; of another run it has to be asked for anew.
            self._wanted = self._host
        self._host = ""
        self._set_subjects(subjects)

    def choose(self, name: str) -> None:
        """Look at the value of this name; if there is none now, as soon as there is."""
        self._wanted = name
        self.names.setCurrentIndex(self._row())
        self._show_chosen()

    def chosen(self) -> Subject | None:
        """Return the value that is looked at."""
        row = self._row()
        return self._subjects[row] if row >= 0 else None

    def look_as(self, kind: Kind) -> None:
        """Look at the value as this picture, one of those that suit it, and from now on at others like it."""
        self._liked[self._kinds] = kind
        self._show_chosen()

    def show_difference(self) -> None:
        """Look at how the value differs from the expected one, where there is a picture of that."""
        if Kind.DIFFERENCE in self._kinds:
            self.look_as(Kind.DIFFERENCE)

    def text(self) -> str:
        """Return what is shown as plain text."""
        subject, kind = self.chosen(), self._kind()
        if subject is None or kind is None:
            return self._empty.text()
        return f"{title(subject)}\n\n{self._pictures[kind][0].text()}\n"

    def _set_subjects(self, subjects: tuple[Subject, ...]) -> None:
        self._subjects = subjects
        self._differing = tuple(differs(subject) for subject in subjects)
        self._fill_names()
        self._show_chosen()

    @Slot(object)
    def _look_at_part(self, part: Subject) -> None:
        """Look at a part of the chosen value by itself; it is listed as long as this run is."""
        if part.name not in [subject.name for subject in self._subjects]:
            self._host = self._wanted or self._subjects[0].name
            self._set_subjects((*self._subjects, part))
        self.choose(part.name)

    def _row(self) -> int:
        names = [subject.name for subject in self._subjects]
        if self._wanted in names:
            return names.index(self._wanted)
        return 0 if names else -1

    def _kind(self) -> Kind | None:
        liked = self._liked.get(self._kinds)
        return liked or next(iter(self._kinds), None)

    @Slot(int)
    def _choose_row(self, row: int) -> None:
        self.choose(self._subjects[row].name)

    @Slot(str)
    def _choose_kind(self, key: str) -> None:
        self.look_as(Kind(key))

    @Slot()
    def _show_chosen(self) -> None:
        subject = self.chosen()
        self._show_tabs(kinds_for(subject) if subject is not None else ())
        kind = self._kind()
        # The list stays enabled, or the keyboard could not get here.
        for part in (self.as_text, self._copy):
            part.setEnabled(subject is not None)
        if subject is None or kind is None:
            self._stack.setCurrentWidget(self._empty)
            return
        picture, widget = self._picture(kind)
        picture.show_subject(subject, tuple(other for other in self._subjects if other is not subject))
        widget.setAccessibleName(title(subject))
        if self.as_text.isChecked():
            self.words.setPlainText(self.text())
        self._stack.setCurrentWidget(self.words if self.as_text.isChecked() else widget)

    def _picture(self, kind: Kind) -> tuple[Picture, QWidget]:
        if kind not in self._pictures:
            _, widget = made = make_picture(kind, self._appearance, self._look_at_part)
            self._stack.addWidget(widget)
            self._pictures[kind] = made
        return self._pictures[kind]

    def _show_tabs(self, kinds: tuple[Kind, ...]) -> None:
        if kinds != self._kinds:
            self._kinds = kinds
            had_focus = self._tabs.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
            old, self._tabs = self._tabs, Segments(tuple(kinds))
            self._tabs.chosen.connect(self._choose_kind)
            self._tab_row.replaceWidget(old, self._tabs)
            old.hide()
            old.deleteLater()
            self._name_tabs()
            if had_focus:
                self.names.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tabs.setVisible(len(kinds) > 1)
        kind = self._kind()
        if kind is not None:
            self._tabs.choose(kind)

    def _name_tabs(self) -> None:
        names = kind_names(self._appearance.wording)
        self._tabs.set_words({kind: names[kind] for kind in self._kinds})

    def _fill_names(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self.names.clear()
        mark = icon("cross", colours.bad)
        for row, subject in enumerate(self._subjects):
            self.names.addItem(title(subject))
            if self._differing[row]:
                self.names.setItemIcon(row, mark)
                told = say("{name}, differs from what was expected", name=title(subject))
                self.names.setItemData(row, told, Qt.ItemDataRole.AccessibleTextRole)
                self.names.setItemData(row, say("Differs from what was expected"), Qt.ItemDataRole.ToolTipRole)
        self.names.setCurrentIndex(self._row())

    @Slot()
    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    @Slot()
    def _restyle(self) -> None:
        say = self._appearance.wording.say
        self._empty.setText(say("Run your code to look at its values."))
        self.names.setAccessibleName(say("Value to look at"))
        self.names.setPlaceholderText(say("No values yet"))
        self.as_text.setText(say("As text"))
        self.as_text.setToolTip(say("Show the same as text, for screen readers too"))
        self._copy.setText(say("Copy as text"))
        self.words.setAccessibleName(say("The value as text"))
        self.words.setFont(code_font(self.font()))
        self.names.setFont(code_font(self.font()))
        self._name_tabs()
        self._fill_names()
        self._show_chosen()

    def _lay_out(self) -> None:
        self.words.setReadOnly(True)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setTabChangesFocus(True)
        self.words.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.document().setDocumentMargin(8)
        self.words.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: 0; }")
        self.names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.names.setMinimumContentsLength(12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tab_row = QHBoxLayout()
        self._tab_row.addWidget(self._tabs)
        self._tab_row.addStretch(1)
        self._stack = QStackedLayout()
        # A stack that is in no widget yet shows its first page as a window.
        self._empty.setParent(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.words)
        foot = QHBoxLayout()
        foot.addWidget(self.as_text)
        foot.addStretch(1)
        foot.addWidget(self._copy)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(MARGIN, 10, MARGIN, 6)
        rows.setSpacing(10)
        rows.addWidget(self.names)
        rows.addLayout(self._tab_row)
        rows.addLayout(self._stack, 1)
        rows.addLayout(foot)


def kind_names(wording: Wording) -> dict[Kind, str]:
    """Return what each picture is called on its tab."""
    say = wording.say
    return {
        Kind.SUMMARY: say("Summary"),
        Kind.VALUES: say("Values"),
        Kind.DIFFERENCE: say("Difference"),
        Kind.GRADIENT: say("Gradient"),
        Kind.CURVE: say("Curve"),
        Kind.TREE: say("Tree"),
        Kind.EMBEDDING: say("Embedding"),
        Kind.OPTIMIZER: say("Optimizer"),
        Kind.PLAIN: say("Value"),
    }
