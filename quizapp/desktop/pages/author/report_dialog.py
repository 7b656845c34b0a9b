"""Shows how the checks of an exercise stood their attacks."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from quizapp.desktop.fonts import code_font
from quizapp.desktop.pages.author.record_dialog import LARGEST
from quizapp.desktop.widgets.labels import label
from quizapp.wording import Wording


class ReportDialog(QDialog):
    """A text to read, select and copy."""

    def __init__(self, title: str, report: str, wording: Wording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(wording.say("Attack"))
        heading, self.report = label("heading", wraps=True), QPlainTextEdit()
        heading.setText(title)
        self.report.setReadOnly(True)
        self.report.setPlainText(report)
        self.report.setFont(code_font(self.font()))
        self.report.setAccessibleName(wording.say("Which wrong programs pass"))
        self.report.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 20, 24, 18)
        rows.setSpacing(14)
        for widget in (heading, self.report, buttons):
            rows.addWidget(widget)
        rows.setStretch(1, 1)
        self.resize((parent.window().size() - QSize(80, 80)).boundedTo(LARGEST))
