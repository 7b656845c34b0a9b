"""Code to read, as high as it is long."""

import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.code_block import CodeBlock

# Of the offscreen platform.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def shown(appearance: Appearance, qtbot: QtBot, lines: int, *, collapsible: bool = False) -> CodeBlock:
    block = CodeBlock(appearance, collapsible=collapsible, lines_shown=6)
    qtbot.addWidget(block)
    block.resize(500, 400)
    block.set_code("x = 1\n" * lines)
    with qtbot.waitExposed(block):
        block.show()
    return block


def test_short_code_is_seen_whole(appearance: Appearance, qtbot: QtBot) -> None:
    blocks = [shown(appearance, qtbot, lines) for lines in (1, 3, 6)]
    heights = [block.code.height() for block in blocks]

    assert heights == sorted(set(heights))
    assert [block.code.verticalScrollBar().maximum() for block in blocks] == [0, 0, 0]


def test_longer_code_is_no_higher_and_scrolls(appearance: Appearance, qtbot: QtBot) -> None:
    block, full = shown(appearance, qtbot, 60), shown(appearance, qtbot, 6)

    assert block.code.height() == full.code.height()
    assert block.code.verticalScrollBar().maximum() > 0


def test_folding_hides_the_code(appearance: Appearance, qtbot: QtBot) -> None:
    block = shown(appearance, qtbot, 3, collapsible=True)
    block.fold(folded=True)

    assert block.code.isVisible() is False
