"""The index kept in step with the packs and with what the learner writes, a bit at a time."""

from collections.abc import Container, Iterator, Mapping
from threading import Lock

from quizapp.packs.model import ItemId, Pack
from quizapp.search.documents import NOTHING_OWN, Document, OwnTexts, document
from quizapp.search.index import SearchError, SearchIndex
from quizapp.search.query import Query
from quizapp.search.snippets import Snippet

CHUNK = 250
"""Items that are taken in at a time: some tenths of a second."""


class Catalogue:
    """What can be found, and how far it is indexed.

    `keep_up` says what there is now; `go_on` indexes some of what is new or other, until nothing is left. Both may be
    called from any thread, one at a time. Finding may happen meanwhile.
    """

    def __init__(self, index: SearchIndex) -> None:
        self._index = index
        self._lock = Lock()
        self._packs: tuple[Pack, ...] = ()
        self._own: Mapping[ItemId, OwnTexts] = {}
        # What the index holds by now; None until it was looked into.
        self._held: dict[ItemId, bytes] | None = None
        # Which items may be other than the index has them; None for all.
        self._doubtful: frozenset[ItemId] | None = None
        self._left: Iterator[Document] = iter(())
        self._is_complete = False
        self._looked_at = self._of = 0

    @property
    def is_complete(self) -> bool:
        """Whether everything was indexed at least once since this was made."""
        return self._is_complete

    @property
    def progress(self) -> tuple[int, int]:
        """How many items of how many were looked at since the last `keep_up`."""
        return self._looked_at, self._of

    def keep_up(self, packs: tuple[Pack, ...], own: Mapping[ItemId, OwnTexts]) -> None:
        """Say what there is now; what follows from it is done by `go_on`.

        Args:
            packs: all of them.
            own: what the learner has written, for the items of which there is anything.

        Raises:
            SearchError: if there can't be an index.
        """
        with self._lock:
            if self._held is None:
                self._look_into_index()
            if packs is not self._packs:
                self._doubtful = None
            if self._doubtful is not None:
                self._doubtful |= _changed(self._own, own)
            self._packs, self._own = packs, dict(own)
            self._looked_at, self._of = 0, sum(len(lesson.items) for pack in packs for lesson in pack.lessons)
            self._left = self._to_take_in()

    def go_on(self, most: int = CHUNK) -> bool:
        """Index up to `most` items; return whether some are left.

        Raises:
            SearchError: if the index can't be written; it is made anew with the next `keep_up`.
        """
        with self._lock:
            try:
                taken = [document for _, document in zip(range(most), self._left, strict=False)]
                if taken:
                    self._index.take_in(taken)
                    self._held_now().update((document.item, document.digest()) for document in taken)
                    return True
                self._drop_lost()
            except SearchError:
                self._begin_anew()
                raise
            self._doubtful = frozenset()
            self._is_complete = True
            return False

    def find(self, query: Query) -> tuple[ItemId, ...]:
        """Return what holds all the terms, the best first.

        Raises:
            SearchError: if the index can't be read; it is made anew with the next `keep_up`.
        """
        try:
            return self._index.find(query)
        except SearchError:
            with self._lock:
                self._begin_anew()
            raise

    def snippets(
        self, items: tuple[ItemId, ...], query: Query, language: str, unanswered: Container[ItemId] = ()
    ) -> Mapping[ItemId, Snippet]:
        """Return why these items were found; of the `unanswered` rather not with what answers them.

        Raises:
            SearchError: if the index can't be read.
        """
        return self._index.snippets(items, query, language, unanswered)

    def _look_into_index(self) -> None:
        self._index.prepare()
        self._held = self._index.digests()

    def _held_now(self) -> dict[ItemId, bytes]:
        assert self._held is not None
        return self._held

    def _to_take_in(self) -> Iterator[Document]:
        """Make the documents that the index holds otherwise or not at all."""
        held, doubtful, seen = self._held_now(), self._doubtful, set()
        for pack in self._packs:
            for item in pack.items():
                self._looked_at += 1
                # The first of two items with the same id is the one that can be opened.
                if item.id in seen or (doubtful is not None and item.id not in doubtful):
                    continue
                seen.add(item.id)
                made = document(item, pack.concepts, self._own.get(item.id, NOTHING_OWN))
                if held.get(item.id) != made.digest():
                    yield made

    def _drop_lost(self) -> None:
        lost = self._held_now().keys() - {item.id for pack in self._packs for item in pack.items()}
        if lost:
            self._index.drop(lost)
            for item in lost:
                del self._held_now()[item]

    def _begin_anew(self) -> None:
        self._is_complete = False
        self._held = self._doubtful = None
        self._left = iter(())
        self._index.throw_away()


def _changed(before: Mapping[ItemId, OwnTexts], after: Mapping[ItemId, OwnTexts]) -> frozenset[ItemId]:
    items = before.keys() | after.keys()
    return frozenset(item for item in items if before.get(item, NOTHING_OWN) != after.get(item, NOTHING_OWN))
