"""The code editor: `CodeEditor` is the widget, `Problem` what it marks."""

from quizapp.desktop.widgets.editor.problems import Level, Problem
from quizapp.desktop.widgets.editor.widget import CodeEditor

__all__ = ["CodeEditor", "Level", "Problem"]
