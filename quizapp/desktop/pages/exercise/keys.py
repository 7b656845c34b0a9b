"""The keys of the exercise page, besides the editor's own. Knows no Qt."""

import sys

RUN = ("Ctrl+Return", "Ctrl+Enter")
CHECK = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
STOP = ("Ctrl+.",)
LEAVE = ("Esc",)
NEXT_PANE = ("F6",)
PREVIOUS_PANE = ("Shift+F6",)
SHAPES = ("Ctrl+Shift+L",)
INSPECTOR = ("Ctrl+Shift+I",)

# On a Mac, Alt and an arrow key move the cursor by a word.
STEP_BACK = ("Ctrl+Alt+Left",) if sys.platform == "darwin" else ("Alt+Left",)
STEP_ON = ("Ctrl+Alt+Right",) if sys.platform == "darwin" else ("Alt+Right",)
