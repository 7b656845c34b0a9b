"""One line under the open pack: how far a job is, with a button that stops it; how it ended, with one that hides it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, pixmap
from quizapp.desktop.pages.author.job_words import job_sign, job_words
from quizapp.desktop.pages.author.jobs import Job
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import progress_bar, rule, show_share


class JobStrip(QFrame):
    """Shows a `Job`; hidden where there is none.

    Signals:
        stop_wanted: the job is to be stopped.
    """

    stop_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.job: Job | None = None
        self._changed = 0
        self._sign, self.words, self.bar, self.button = QLabel(), label(wraps=True), progress_bar(), Button("quiet")
        row = QHBoxLayout()
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(rule())
        rows.addLayout(row)
        self.button.clicked.connect(self._press)
        appearance.changed.connect(self._retranslate)
        self.show_job(None)

    def show_job(self, job: Job | None) -> None:
        """Show how a job stands."""
        self.job = job
        self.setVisible(job is not None)
        self._retranslate()

    def show_changed(self, count: int) -> None:
        """Say of how many items what was verified counts no longer."""
        if count != self._changed:
            self._changed = count
            self._retranslate()

    @Slot()
    def _press(self) -> None:
        if self.job is not None and not self.job.is_over:
            self.stop_wanted.emit()
        else:
            self.show_job(None)

    @Slot()
    def _retranslate(self) -> None:
        job, wording, colours = self.job, self._appearance.wording, self._appearance.colours
        if job is None:
            return
        words = job_words(job, wording, self._changed)
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.bar.setVisible(not job.is_over)
        self.bar.setAccessibleName(words)
        show_share(self.bar, job.done, job.of)
        sign, mood = job_sign(job, self._changed)
        self._sign.setVisible(bool(sign))
        if sign:
            self._sign.setPixmap(pixmap(sign, getattr(colours, mood), SIDE, self.devicePixelRatioF()))
        self.button.setText(wording.say("Close") if job.is_over else wording.say("Stop"))
