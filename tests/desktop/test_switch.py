"""A switch is shared."""

from pytestqt.qtbot import QtBot

from quizapp.desktop.switch import Switch


def test_turned_by_hand_it_tells_everybody_and_who_keeps_it(qtbot: QtBot) -> None:
    switch = Switch(is_on=True)

    with qtbot.waitSignal(switch.changed), qtbot.waitSignal(switch.turned) as turned:
        switch.turn()

    assert (turned.args, switch.is_on) == ([False], False)


def test_following_who_keeps_it_is_no_turn_by_hand(qtbot: QtBot) -> None:
    switch = Switch(is_on=True)

    with qtbot.waitSignal(switch.changed), qtbot.assertNotEmitted(switch.turned):
        switch.follow(is_on=False)

    assert not switch.is_on


def test_being_told_what_it_is_already_changes_nothing(qtbot: QtBot) -> None:
    switch = Switch(is_on=True)

    with qtbot.assertNotEmitted(switch.changed):
        switch.follow(is_on=True)
