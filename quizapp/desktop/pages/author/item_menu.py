"""What else can be done with the item that the author is on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.packs.model import Exercise, Item
from quizapp.wording import Wording


@dataclass(frozen=True)
class ItemDeeds:
    """What the menu's lines do."""

    open_file: Callable[[], None]
    try_it: Callable[[], None]
    verify: Callable[[], None]
    record: Callable[[], None]


def offer(item: Item | None, deeds: ItemDeeds, at: QPoint, wording: Wording, over: QWidget, *, can_run: bool) -> None:
    """Open the menu of an item, or of a lesson, at a point of the screen; `can_run`: no job goes on."""
    say, menu = wording.say, QMenu(over)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(say("Open file")).triggered.connect(deeds.open_file)
    if item is not None:
        menu.addAction(say("Try it")).triggered.connect(deeds.try_it)
        menu.addAction(say("Verify only this")).triggered.connect(deeds.verify)
        menu.actions()[-1].setEnabled(can_run)
    if isinstance(item, Exercise):
        menu.addAction(say("Record only this")).triggered.connect(deeds.record)
        menu.actions()[-1].setEnabled(can_run)
    menu.popup(at)
