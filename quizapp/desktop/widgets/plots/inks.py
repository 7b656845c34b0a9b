"""The colours of plots beyond those of the app."""

from PySide6.QtGui import QColor

from quizapp.desktop.appearance import Colours, blend
from quizapp.desktop.widgets.plots.figures import FULL

# Dark, middle and light, so that they differ without their hue; 3:1 or more on their ground.
_PARTS_ON_LIGHT = ("#1f5fd0", "#0d8f84", "#c2570c")
_PARTS_ON_DARK = ("#6ea8fe", "#3fb8ac", "#ffb066")


def part_inks(colours: Colours) -> tuple[QColor, ...]:
    """Return the colours of what is stacked, from below."""
    return tuple(QColor(name) for name in (_PARTS_ON_DARK if colours.dark else _PARTS_ON_LIGHT))


def level_inks(colours: Colours) -> tuple[QColor, ...]:
    """Return the colours of squares, from empty to full."""
    ground, ink = colours.colour("base"), colours.colour("accent")
    filled = (blend(ground, ink, 0.20 + 0.80 * level / FULL) for level in range(1, FULL + 1))
    return (colours.colour("raised"), *filled)
