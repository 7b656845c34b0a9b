"""Positions in Qt's UTF-16 units and Python's code points."""

from quizapp.desktop.widgets.editor.units import by_units, to_units

MIXED = "a😀中b😀"


def test_ascii_counts_the_same_in_both() -> None:
    assert to_units("x = 1", 3) == 3


def test_an_emoji_counts_two_units() -> None:
    assert [to_units(MIXED, points) for points in range(6)] == [0, 1, 3, 4, 5, 7]


def test_a_cjk_character_counts_one_unit() -> None:
    assert to_units("中文x", 2) == 2


def test_half_a_surrogate_pair_is_one_unit() -> None:
    assert to_units("\ud83dx", 2) == 2


def test_placeholders_keep_every_other_character_at_its_place() -> None:
    placed = by_units(MIXED)

    assert (placed.index("中"), placed.index("b"), len(placed)) == (3, 4, 7)
