"""The code editor: `CodeEditor` is the widget, `Problem` what it marks, `Note` what stands beside a line."""

from quizapp.desktop.widgets.editor.notes import Note
from quizapp.desktop.widgets.editor.problems import Level, Problem
from quizapp.desktop.widgets.editor.widget import CodeEditor

__all__ = ["CodeEditor", "Level", "Note", "Problem"]
