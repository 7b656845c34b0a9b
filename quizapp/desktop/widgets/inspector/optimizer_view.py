"""An optimizer: its groups with their settings and parameters, and what it does not step."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.optimizer_model import outline_of, summary
from quizapp.desktop.widgets.inspector.outline import outline_text
from quizapp.desktop.widgets.inspector.outline_tree import OutlineTree
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.labels import label
from quizapp.judging.printing import type_name


class OptimizerView(QWidget):
    """Shows an optimizer; its parameters are named after the modules of the same run."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._subject: Subject | None = None
        self._beside: tuple[Subject, ...] = ()
        self._head, self._counts = label("strong", wraps=True), label("muted", wraps=True)
        self.outline = OutlineTree(appearance)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._head)
        rows.addWidget(self._counts)
        rows.addWidget(self.outline, 1)
        appearance.changed.connect(self._say)

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show an optimizer; the modules `beside` it say what its parameters are called."""
        self._subject, self._beside = subject, beside
        self._say()

    def text(self) -> str:
        """Return the groups as indented lines."""
        if self._subject is None:
            return ""
        rows = outline_of(self._subject, self._beside, self._appearance.wording)
        return "\n".join((*self._titles(self._subject), outline_text(rows, self._appearance.wording, "  ")))

    def _titles(self, subject: Subject) -> tuple[str, str]:
        return type_name(subject.got), summary(subject, self._appearance.wording)

    @Slot()
    def _say(self) -> None:
        if self._subject is None:
            return
        head, counts = self._titles(self._subject)
        self._head.setText(head)
        self._counts.setText(counts)
        wording = self._appearance.wording
        self.outline.setAccessibleName(wording.say("Groups of {name}", name=self._subject.name))
        self.outline.show_rows(outline_of(self._subject, self._beside, wording))
