"""The colours of the inspector's pictures beyond those of the app: for axes, rows, steps."""

from PySide6.QtGui import QColor

from quizapp.desktop.appearance import Colours, blend

# Of the axes from the last to the first; told apart by the colour-blind, and each 3:1 or more on its ground.
_AXES_ON_LIGHT = ("#b3500a", "#0f766e", "#7c3aed", "#a1146e")
_AXES_ON_DARK = ("#ffb066", "#4fd1c5", "#c4a5ff", "#f59ac6")


def axis_ink(colours: Colours, from_last: int) -> QColor:
    """Return the colour of an axis, counted from the last."""
    inks = _AXES_ON_DARK if colours.dark else _AXES_ON_LIGHT
    return QColor(inks[from_last % len(inks)])


def axis_ground(colours: Colours, from_last: int) -> QColor:
    """Return the ground of a cell one step along an axis; text stays legible on it."""
    return blend(colours.colour("base"), axis_ink(colours, from_last), 0.30)


def row_ground(colours: Colours, row: int) -> QColor:
    """Return the ground of the cells of a row; every other row is a little darker."""
    return blend(colours.colour("base"), colours.colour("accent"), 0.20 if row % 2 else 0.07)


def unknown_ink(colours: Colours) -> QColor:
    """Return the colour of hatching."""
    return blend(colours.colour("base"), colours.colour("muted"), 0.7)
