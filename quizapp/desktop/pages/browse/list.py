"""The list of what was found: made for tens of thousands of rows, of which only those on the screen cost anything."""

from collections.abc import Mapping
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.browse.model import Found, Place, state_of
from quizapp.desktop.pages.browse.row import RowSeen
from quizapp.desktop.pages.browse.words import due_words, snippet_to_show, spoken_row, state_word
from quizapp.packs.model import ItemId
from quizapp.search.snippets import Snippet

Index: TypeAlias = QModelIndex | QPersistentModelIndex

SEEN_ROLE = Qt.ItemDataRole.UserRole.value
"""The `RowSeen` of a row, for whoever paints it."""


class BrowseRows(QStringListModel):
    """The rows of a `Found`; what they say is put into words when they are painted.

    A list of empty strings underneath, because the view asks for the number of rows twice for each row of a new answer:
    tens of milliseconds if Python is to say it.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._found: Found | None = None
        self._snippets: dict[ItemId, Snippet | None] = {}

    @property
    def found(self) -> Found | None:
        """What is shown; None until there was an answer."""
        return self._found

    def show_found(self, found: Found) -> bool:
        """Show another answer; tell whether it has other rows, so that none is chosen any more."""
        before, self._found = self._found, found
        if before is not None and (before.places, before.wanted) == (found.places, found.wanted):
            self._snippets |= found.snippets
            self.refresh()
            return False
        self._snippets = dict(found.snippets)
        self.setStringList([""] * len(found.places))
        return True

    def add_snippets(self, snippets: Mapping[ItemId, Snippet]) -> None:
        """Take more snippets in."""
        self._snippets |= snippets
        self.refresh()

    def without_snippet(self, first: int, last: int) -> tuple[ItemId, ...]:
        """Return the items from row to row of which it has not been looked up why they were found; each once."""
        if self._found is None or not self._found.wanted.has_words:
            return ()
        places = self._found.places[first : last + 1]
        lacking = tuple(place.item for place in places if place.item not in self._snippets)
        # An item may have none: only its title explains it.
        self._snippets |= dict.fromkeys(lacking)
        return lacking

    def refresh(self) -> None:
        """Have the rows that are seen painted again."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def place(self, row: int) -> Place:
        """Return what stands in a row."""
        assert self._found is not None
        return self._found.places[row]

    def row_of(self, item: ItemId) -> int | None:
        """Return the row of an item, or None."""
        places = self._found.places if self._found is not None else ()
        return next((row for row, place in enumerate(places) if place.item == item), None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that rows can be chosen, and not edited."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's title, what a screen reader says of it, or all that is painted."""
        if not index.isValid() or self._found is None:
            return None
        place = self.place(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return place.title.read(self._appearance.wording.language)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            snippet = self._snippet(place, self._found)
            return spoken_row(place, self._found, snippet.text if snippet else "", self._appearance.wording)
        return self._seen(place, self._found) if role == SEEN_ROLE else None

    def _seen(self, place: Place, found: Found) -> RowSeen:
        wording = self._appearance.wording
        standing = found.standings.get(place.item)
        state = state_of(standing, found.now)
        return RowSeen(
            kind=place.kind,
            title=place.title.read(wording.language),
            lesson=place.lesson_title.read(wording.language),
            state=state,
            state_word=state_word(state, place.kind, wording),
            due=due_words(standing, found.now, wording),
            snippet=self._snippet(place, found),
        )

    def _snippet(self, place: Place, found: Found) -> Snippet | None:
        snippet = self._snippets.get(place.item)
        if snippet is None:
            return None
        return snippet_to_show(snippet, found.standings.get(place.item), self._appearance.wording)
