"""The colours of the pictures can be seen and read."""

import pytest
from PySide6.QtGui import QColor

from quizapp.desktop.appearance import DARK, LIGHT, Colours
from quizapp.desktop.widgets.inspector.inks import axis_ground, axis_ink, row_ground, unknown_ink


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_arcs_and_their_labels_stand_out(colours: Colours) -> None:
    for axis in range(4):
        assert contrast(axis_ink(colours, axis), colours.colour("window")) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_numbers_are_legible_on_every_ground(colours: Colours) -> None:
    grounds = [axis_ground(colours, axis) for axis in range(4)] + [row_ground(colours, row) for row in range(2)]
    for ground in grounds:
        assert contrast(colours.colour("text"), ground) >= 4.5
        assert contrast(colours.colour("bad"), ground) >= 3
    assert contrast(colours.colour("on_accent"), colours.colour("accent")) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_hatching_is_seen(colours: Colours) -> None:
    assert contrast(unknown_ink(colours), colours.colour("base")) >= 3
