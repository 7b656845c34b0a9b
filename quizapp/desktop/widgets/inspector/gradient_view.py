"""The gradient of a tensor: compared with the expected one, or alone as numbers, or why there is none."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.difference_view import DifferenceView
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.values_view import ValuesView
from quizapp.desktop.widgets.labels import label
from quizapp.sandbox.observation import Observation, TensorSeen


class GradientView(QWidget):
    """Shows `.grad` as its own tensor."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._subject: Subject | None = None
        self._words = label("body", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._compared, self._alone = DifferenceView(appearance), ValuesView(appearance)
        self._nothing = QWidget()
        self._below = QStackedLayout()
        for view in (self._nothing, self._compared, self._alone):
            self._below.addWidget(view)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._words)
        rows.addLayout(self._below, 1)
        appearance.changed.connect(self._say)

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show the gradient of a tensor."""
        self._subject = subject
        got, expected = gradient_of(subject.got), gradient_of(subject.expected)
        if got is not None and expected is not None:
            self._compared.show_pair(expected, got)
            self._below.setCurrentWidget(self._compared)
        elif got is not None or expected is not None:
            # Of two, the one that there is; the words say whose.
            present = got if got is not None else expected
            assert present is not None
            self._alone.show_subject(Subject(f"{subject.name}.grad", present), beside if got is not None else ())
            self._below.setCurrentWidget(self._alone)
        else:
            self._below.setCurrentWidget(self._nothing)
        self._say()

    def text(self) -> str:
        """Return the words and the numbers as plain text."""
        shown = self._below.currentWidget()
        numbers = shown.text() if isinstance(shown, DifferenceView | ValuesView) else ""
        return "\n\n".join(part for part in (self._words.text(), numbers) if part)

    @Slot()
    def _say(self) -> None:
        if self._subject is not None:
            self._words.setText(self._sentence(self._subject))
            self._words.setVisible(bool(self._words.text()))

    def _sentence(self, subject: Subject) -> str:
        say, name = self._appearance.wording.say, f"{subject.name}.grad"
        got, expected = gradient_of(subject.got), gradient_of(subject.expected)
        if got is None and expected is None:
            return say("{name} is None.", name=name)
        if got is None:
            return say("{name} is None. This one was expected:", name=name)
        if expected is None and isinstance(subject.expected, TensorSeen):
            return say("{name} is there, and None was expected:", name=name)
        return ""


def gradient_of(seen: Observation | None) -> TensorSeen | None:
    """Return a tensor's gradient, None if it has none or is no tensor."""
    return seen.gradient if isinstance(seen, TensorSeen) else None
