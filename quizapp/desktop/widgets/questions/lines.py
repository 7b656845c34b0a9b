"""Lines of code to choose from or to put in order."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.markdown.code import coloured


def code_label() -> QLabel:
    """Return a label for one line of code; `show_line` fills it."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return made


def show_line(made: QLabel, line: str, appearance: Appearance) -> None:
    """Show a line in the colours of the look; its indentation stays."""
    made.setFont(code_font(made.font()))
    colours = appearance.colours
    code = coloured(line or " ", "python", colours.code_style)
    made.setText(f'<pre style="margin:0; white-space:pre-wrap; color:{colours.text}">{code}</pre>')
