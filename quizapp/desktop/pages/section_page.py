"""What every page of the rail has in common: it can be asked to look anew, and it asks for items to be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class SectionPage(QWidget):
    """A page of the rail.

    `item_chosen` asks for the item with this id to be opened, `study_chosen` for a sitting with a tuple of ids,
    `quiz_chosen` for a `Quiz`, which is not over, to be gone on with, `trial_chosen` for a `Trial`, `pack_chosen` for
    the lessons of the pack with this id.
    """

    item_chosen = Signal(str)
    study_chosen = Signal(object)
    quiz_chosen = Signal(object)
    trial_chosen = Signal(object)
    pack_chosen = Signal(str)

    def refresh(self) -> None:
        """Show how things stand now; called whenever the page comes up and after each sitting."""
