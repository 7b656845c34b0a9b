from itertools import product

import pytest
from PySide6.QtGui import QColor, QFont

from quizapp.desktop.appearance import DARK, LIGHT, Colours
from quizapp.desktop.fonts import CHINESE_FAMILIES
from quizapp.desktop.theme import style_sheet, text_font

LOOKS = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


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


@LOOKS
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    grounds = (colours.window, colours.base, colours.raised, colours.button)
    weak = [pair for pair in product((colours.text, colours.muted), grounds) if contrast(*pair) < 4.5]

    assert weak == []


@LOOKS
def test_words_on_coloured_grounds_can_be_read(colours: Colours) -> None:
    pairs = (
        (colours.on_accent, colours.accent),
        (colours.text, colours.ok_ground),
        (colours.text, colours.bad_ground),
        (colours.text, colours.warn_ground),
        (colours.ok, colours.ok_ground),
        (colours.bad, colours.bad_ground),
        (colours.warn, colours.warn_ground),
    )

    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@LOOKS
def test_outlines_and_the_focus_ring_can_be_seen(colours: Colours) -> None:
    grounds = (colours.window, colours.base)
    weak = [pair for pair in product((colours.outline, colours.accent), grounds) if contrast(*pair) < 3]

    assert weak == []


@LOOKS
def test_the_style_sheet_leaves_no_name_unfilled(colours: Colours) -> None:
    assert "$" not in style_sheet(colours, 10.5)


def test_chinese_comes_from_a_chinese_font_first() -> None:
    assert tuple(text_font(QFont(), "zh", 1.0).families()[:3]) == CHINESE_FAMILIES
    assert tuple(text_font(QFont(), "en", 1.0).families()[-3:]) == CHINESE_FAMILIES


def test_zoom_multiplies_the_size_of_text() -> None:
    once, twice = text_font(QFont(), "en", 1.0), text_font(QFont(), "en", 2.0)

    assert twice.pointSizeF() == 2 * once.pointSizeF()
