import pytest
from PySide6.QtGui import QColor

from quizapp.desktop.appearance import DARK, LIGHT, Colours
from quizapp.desktop.widgets.inspector.tied_colours import DARK_SET, LIGHT_SET, tied_colour


def luminance(name: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""
    colour = QColor(name)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(("colours", "dots"), [(LIGHT, LIGHT_SET), (DARK, DARK_SET)], ids=["light", "dark"])
def test_dots_can_be_seen_on_every_ground(colours: Colours, dots: tuple[str, ...]) -> None:
    grounds = (colours.window, colours.base, colours.raised)

    assert [(dot, ground) for dot in dots for ground in grounds if contrast(dot, ground) < 3] == []


def test_after_the_last_colour_they_begin_anew() -> None:
    assert tied_colour(len(LIGHT_SET), dark=False) == LIGHT_SET[0]
