"""A label for a sentence in which code stands between backticks."""

import html
import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.wording.inline import without_marks

_CODE = re.compile(r"`([^`]+)`")
_JOINT = re.compile(r"(?<!\d)[._/](?=\w)|[._/](?=[^\W\d])")


class InlineLabel(QLabel):
    """Shows a sentence, its code in the code's font; can be selected and copied, and is read out without the marks."""

    def __init__(self, appearance: Appearance, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sentence = ""
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        appearance.changed.connect(self._restyle)

    def set_sentence(self, sentence: str) -> None:
        """Show a sentence; markup in it other than backticks is shown as it is."""
        self._sentence = sentence
        self._restyle()

    def sentence(self) -> str:
        """Return the sentence as it was set."""
        return self._sentence

    @Slot()
    def _restyle(self) -> None:
        self.setText(inline_html(self._sentence, code_font().families()))
        self.setAccessibleName(without_marks(self._sentence))


def inline_html(sentence: str, families: list[str]) -> str:
    """Return the sentence as HTML, with code set in these fonts and free to break at its dots."""
    fonts = ", ".join(f"'{family}'" for family in families)
    escaped = html.escape(sentence).replace("\n", "<br>")
    return _CODE.sub(lambda found: f'<span style="font-family: {fonts}">{_breakable(found[1])}</span>', escaped)


def _breakable(code: str) -> str:
    # A long dotted path would else make its column as wide as itself. Numbers stay whole.
    return _JOINT.sub("\\g<0>\u200b", code)
