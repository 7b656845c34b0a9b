from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from quizapp.desktop.appearance import DARK, LIGHT
from quizapp.desktop.pages.browse.row import hit_ground, pieces_to_fit, state_colour
from quizapp.search.documents import Part
from quizapp.search.snippets import Snippet
from quizapp.study.model import ItemState

LONG = Snippet(Part.FRONT, "a long way to the hit and on", ((18, 21),))


def test_every_second_piece_of_a_snippet_is_a_hit(qapp: QApplication) -> None:
    pieces = pieces_to_fit(LONG, QFontMetrics(QFont()), 10_000)

    assert pieces == ["a long way to the ", "hit", " and on"]


def test_the_first_hit_is_seen_although_there_is_little_room(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    width = metrics.horizontalAdvance("a long way to the")

    before, hit, _ = pieces_to_fit(LONG, metrics, width)

    assert (before[0], hit) == ("…", "hit")
    assert metrics.horizontalAdvance(before + hit) <= width


def test_a_sentence_without_a_hit_is_one_piece(qapp: QApplication) -> None:
    assert pieces_to_fit(Snippet(Part.BACK, "The answer says it."), QFontMetrics(QFont()), 5) == ["The answer says it."]


def test_what_is_due_stands_out_and_so_does_a_hit() -> None:
    for colours in (LIGHT, DARK):
        assert state_colour(ItemState.DUE, colours) != state_colour(ItemState.NEW, colours)
        assert hit_ground(colours) != colours.colour("base")
