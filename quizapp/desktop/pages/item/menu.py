"""The menu of the item that is open: everything that can be done with it besides answering it."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QSize, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.item.menu_model import ItemSeen, Offer, RatingGiven
from quizapp.desktop.widgets.buttons import Button
from quizapp.study.model import Rating
from quizapp.wording import Wording
from quizapp.wording.ratings import interval_words, rating_name

_WRITING = (Offer.NOTE, Offer.EDIT, Offer.CARD)
"""Below what is written about the item stands what is done with it."""


class MoreButton(Button):
    """Three dots: opens the menu."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("quiet", parent, compact=True)
        self._appearance = appearance
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self.setAccessibleName(say("More"))
        self.setToolTip(say("Note, bury, date, history (M)"))
        self.setIcon(icon("more", colours.text, colours.muted))
        self.setIconSize(QSize(18, 18))


class ItemMenu(QObject):
    """Opens menus, each made for what is known of the item at that moment.

    Signals:
        chosen: an `Offer`. rerated: a `Rating`.
    """

    chosen = Signal(object)
    rerated = Signal(object)

    def __init__(self, over: QWidget, appearance: Appearance) -> None:
        super().__init__(over)
        self._over = over
        self._appearance = appearance
        self.menu: QMenu | None = None

    def open(self, lines: tuple[Offer, ...], seen: ItemSeen, keys: Mapping[str, Offer], at: QPoint) -> None:
        """Show these lines, each with its key, and the ratings if there is one to change.

        Args:
            lines: in their order.
            seen: what is known of the item.
            keys: those that do the same here.
            at: where the menu's upper right corner comes, on the screen.
        """
        self.close()
        wording = self._appearance.wording
        self.menu = menu = QMenu(self._over)
        menu.triggered.connect(self._tell)
        key_of = {offer: key for key, offer in keys.items()}
        for before, offer in zip((None, *lines), lines, strict=False):
            if (before in _WRITING and offer not in _WRITING) or offer is Offer.UNDO:
                menu.addSeparator()
            menu.addAction(_action(offer, key_of.get(offer, ""), wording, menu))
            if offer is Offer.DATE and seen.given is not None:
                menu.addMenu(_ratings(seen.given, wording, menu))
        # Its right edge below the button's: it belongs to the window, not to what lies beside it.
        menu.popup(at - QPoint(menu.sizeHint().width(), 0))

    def close(self) -> None:
        """Close the menu if one is open."""
        if self.menu is not None:
            self.menu.close()
            self.menu.deleteLater()
            self.menu = None

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        what = action.data()
        if isinstance(what, Rating):
            self.rerated.emit(what)
        else:
            self.chosen.emit(what)


def _action(offer: Offer, key: str, wording: Wording, menu: QMenu) -> QAction:
    words = {
        Offer.NOTE: wording.say("Note…"),
        Offer.EDIT: wording.say("Edit card…"),
        Offer.CARD: wording.say("Make a card of this…"),
        Offer.BURY: wording.say("Bury until tomorrow"),
        Offer.SUSPEND: wording.say("Suspend"),
        Offer.RESUME: wording.say("Bring back"),
        Offer.DATE: wording.say("Set a date…"),
        Offer.HISTORY: wording.say("History of this item"),
        Offer.UNDO: wording.say("Undo"),
    }
    # After a tab stands the key, as menus show it; a shortcut of the action's own would fire while one types.
    action = QAction(f"{words[offer]}\t{key.title()}" if key else words[offer], menu)
    action.setData(offer)
    return action


def _ratings(given: RatingGiven, wording: Wording, menu: QMenu) -> QMenu:
    now = f"{rating_name(given.rating, wording)} · {interval_words(given.interval, wording)}"
    what = wording.say("Change the rating")
    ratings = QMenu(f"{what}\t{now}", menu)
    group = QActionGroup(ratings)
    for rating in Rating:
        action = QAction(f"&{rating.value}  {rating_name(rating, wording)}", ratings)
        action.setCheckable(True)
        action.setChecked(rating is given.rating)
        action.setData(rating)
        group.addAction(action)
        ratings.addAction(action)
    return ratings
