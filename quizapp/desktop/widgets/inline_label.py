"""A label for a sentence: the program's own, in which code stands between backticks, or an instructor's in Markdown."""

import html
import re

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.markdown import plain_sentence, sentence_html
from quizapp.markdown.html import is_safe_link
from quizapp.wording.inline import without_marks

_CODE = re.compile(r"`([^`]+)`")
_JOINT = re.compile(r"(?<!\d)[._/](?=\w)|[._/](?=[^\W\d])")


class InlineLabel(QLabel):
    """Shows a sentence, its code in the code's font; can be selected and copied, and is read out without the marks."""

    def __init__(self, appearance: Appearance, role: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sentence, self._is_markdown = "", False
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.linkActivated.connect(self._open_link)
        appearance.changed.connect(self._restyle)

    def set_sentence(self, sentence: str) -> None:
        """Show a sentence; markup in it other than backticks is shown as it is."""
        self._sentence, self._is_markdown = sentence, False
        self._restyle()

    def set_markdown(self, sentence: str) -> None:
        """Show a sentence in Markdown: emphasis, code and links in a line."""
        self._sentence, self._is_markdown = sentence, True
        self._restyle()

    def sentence(self) -> str:
        """Return the sentence as it was set."""
        return self._sentence

    def words(self) -> str:
        """Return the sentence without marks."""
        return plain_sentence(self._sentence) if self._is_markdown else without_marks(self._sentence)

    @Slot()
    def _restyle(self) -> None:
        families = code_font().families()
        made = markdown_html(self._sentence, families) if self._is_markdown else inline_html(self._sentence, families)
        self.setText(made)
        self.setAccessibleName(self.words())
        self._offer_links(offers="<a " in made and self._is_markdown)

    def _offer_links(self, *, offers: bool) -> None:
        # Without a link the label is no stop on the way of Tab.
        flag = Qt.TextInteractionFlag
        links = flag.LinksAccessibleByMouse | flag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flag.TextSelectableByMouse | links if offers else flag.TextSelectableByMouse)

    @Slot(str)
    def _open_link(self, address: str) -> None:
        if is_safe_link(address):
            QDesktopServices.openUrl(QUrl(address))


def inline_html(sentence: str, families: list[str]) -> str:
    """Return the sentence as HTML, with code set in these fonts and free to break at its dots."""
    escaped = html.escape(sentence).replace("\n", "<br>")
    return _CODE.sub(lambda found: _in_fonts(families, found[1]), escaped)


def markdown_html(sentence: str, families: list[str]) -> str:
    """Return a sentence in Markdown as HTML, its code as `inline_html` sets it."""
    return sentence_html(sentence, lambda code: _in_fonts(families, html.escape(code)))


def _in_fonts(families: list[str], code: str) -> str:
    fonts = ", ".join(f"'{family}'" for family in families)
    return f'<span style="font-family: {fonts}">{_breakable(code)}</span>'


def _breakable(code: str) -> str:
    # A long dotted path would else make its column as wide as itself. Numbers stay whole.
    return _JOINT.sub("\\g<0>\u200b", code)
