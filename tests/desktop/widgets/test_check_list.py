"""The list of checks."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.check_list import CheckList
from quizapp.desktop.widgets.check_rows import CheckMark, CheckRow, Detail
from quizapp.desktop.widgets.inline_label import InlineLabel

ROWS = (
    CheckRow(CheckMark.PASSED, "`x` is one"),
    CheckRow(CheckMark.FAILED, "`y` is two", (Detail("`y` is a copy.", expected="shared", got="own"),)),
    CheckRow(CheckMark.NOT_REACHED, "`z` is three"),
)


def shown(checks: CheckList) -> list[str]:
    return [label.sentence() for label in checks.findChildren(InlineLabel) if not label.isHidden()]


def test_sentences_and_both_sides_are_shown(appearance: Appearance, qtbot: QtBot) -> None:
    checks = CheckList(appearance)
    qtbot.addWidget(checks)
    checks.set_rows(ROWS)

    assert shown(checks) == ["`x` is one", "`y` is two", "`y` is a copy.", "shared", "own", "`z` is three"]


def test_each_mark_has_a_name_for_screen_readers(appearance: Appearance, qtbot: QtBot) -> None:
    checks = CheckList(appearance)
    qtbot.addWidget(checks)
    checks.set_rows(ROWS)
    signs = [label.accessibleName() for label in checks.findChildren(QLabel) if not label.pixmap().isNull()]

    assert signs == ["Holds", "Fails", "Not reached"]


def test_a_finding_that_concerns_a_value_asks_to_look_at_it(appearance: Appearance, qtbot: QtBot) -> None:
    checks = CheckList(appearance)
    qtbot.addWidget(checks)
    detail = Detail("no", look="net", variant="second")
    checks.set_rows((CheckRow(CheckMark.FAILED, "x", (detail, Detail("no"))),))
    buttons = checks.findChildren(Button)

    with qtbot.waitSignal(checks.look_wanted) as wanted:
        buttons[0].click()

    assert (len(buttons), wanted.args, buttons[0].accessibleName()) == (1, [detail], "Inspect net")


def test_inputs_with_which_it_fails_are_told(appearance: Appearance, qtbot: QtBot) -> None:
    checks = CheckList(appearance)
    qtbot.addWidget(checks)
    checks.set_rows((CheckRow(CheckMark.FAILED, "x", (Detail("no", inputs="With `n = 3`:"),)),))

    assert shown(checks) == ["x", "With `n = 3`:", "no"]


def test_a_long_value_is_cut(appearance: Appearance, qtbot: QtBot) -> None:
    checks = CheckList(appearance)
    qtbot.addWidget(checks)
    checks.set_rows((CheckRow(CheckMark.FAILED, "x", (Detail("no", expected="1" * 1000),)),))

    assert len(shown(checks)[-1]) == 401
