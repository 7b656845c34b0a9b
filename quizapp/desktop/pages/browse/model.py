"""What the Browse page shows: which items, in which order, narrowed by what. Knows nothing of Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from quizapp.desktop.pages.learn.model import Kind, kind_of
from quizapp.packs.model import ItemId, Lesson, Pack, Text
from quizapp.search.documents import ANSWERS
from quizapp.search.snippets import Snippet
from quizapp.study.model import ItemState

if TYPE_CHECKING:
    # Only an annotation: what it needs of the study room is there when the page is made.
    from quizapp.study.standing import Standing


class StateChoice(StrEnum):
    """What can be chosen by how far the learner is."""

    NEW = "new"
    BEGUN = "begun"
    DUE = "due"
    LEARNT = "learnt"
    BURIED = "buried"
    SUSPENDED = "suspended"
    LEECH = "leech"


class Deed(StrEnum):
    """What can be done with items."""

    BURY = "bury"
    SUSPEND = "suspend"
    RESUME = "resume"
    DATE = "date"
    STUDY = "study"


KEYS = {"B": Deed.BURY, "SHIFT+B": Deed.SUSPEND}
"""As on the page on which items are studied."""

UNDO_KEY, NOTE_KEY = "Z", "N"

_CHOICES = {
    ItemState.NEW: StateChoice.NEW,
    ItemState.STARTED: StateChoice.BEGUN,
    ItemState.LEARNING: StateChoice.BEGUN,
    ItemState.REVIEW: StateChoice.LEARNT,
    ItemState.DUE: StateChoice.DUE,
    ItemState.BURIED: StateChoice.BURIED,
    ItemState.SUSPENDED: StateChoice.SUSPENDED,
}


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; None narrows nothing.

    Attributes:
        lesson: `pack/lesson`, or a pack's id for all of it.
        concept: the word by which items name it.
    """

    state: StateChoice | None = None
    kind: Kind | None = None
    lesson: str | None = None
    concept: str | None = None

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True)
class Wanted:
    """What the learner looks for."""

    typed: str = ""
    filters: Filters = Filters()

    @property
    def has_words(self) -> bool:
        """Whether a text is looked for."""
        return bool(self.typed.strip())

    def __bool__(self) -> bool:
        return self.has_words or bool(self.filters)


@dataclass(frozen=True)
class Place:
    """An item and where it stands in its pack: what of it doesn't change with studying."""

    item: ItemId
    kind: Kind
    title: Text
    pack: str
    lesson: str
    lesson_title: Text
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    """One entry of a filter: what it narrows to, and its name; `depth` 1 stands under the one of depth 0 above it."""

    key: str
    title: Text
    depth: int = 0


@dataclass(frozen=True)
class Stock:
    """Everything that there is to be found.

    Attributes:
        places: by item, in the packs' order; of two items with one id the first.
    """

    places: Mapping[ItemId, Place] = field(default_factory=dict)
    lessons: tuple[Choice, ...] = ()
    concepts: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Found:
    """The answer to what was wanted.

    Attributes:
        standings: of the items that anything is known of, when it was looked for, `now` (aware).
        snippets: why the first of the items were found.
        is_complete: whether all items were looked at; False while the index is being made.
    """

    wanted: Wanted
    places: tuple[Place, ...]
    standings: "Mapping[ItemId, Standing]"
    now: datetime
    snippets: Mapping[ItemId, Snippet] = field(default_factory=dict)
    is_complete: bool = True


def stock_of(packs: Iterable[Pack]) -> Stock:
    """Return what there is in these packs."""
    packs = tuple(packs)
    places: dict[ItemId, Place] = {}
    for pack in packs:
        for lesson in pack.lessons:
            for place in _places(pack, lesson):
                places.setdefault(place.item, place)
    return Stock(places, _lessons(packs), _concepts(packs, places))


def narrow(
    places: Iterable[Place], filters: Filters, standings: "Mapping[ItemId, Standing]", now: datetime
) -> tuple[Place, ...]:
    """Return the places that pass the filters, in their order."""
    if filters.kind is not None:
        places = [place for place in places if place.kind is filters.kind]
    if filters.lesson is not None:
        places = [place for place in places if filters.lesson in (place.lesson, place.pack)]
    if filters.concept is not None:
        places = [place for place in places if filters.concept in place.concepts]
    if filters.state is not None:
        places = [place for place in places if _is_in(filters.state, standings.get(place.item), now)]
    return tuple(places)


def state_of(standing: "Standing | None", now: datetime) -> ItemState:
    """Return where an item stands; None is one that nothing is known of."""
    return ItemState.NEW if standing is None else standing.state_at(now)


def gives_away(snippet: Snippet, standing: "Standing | None") -> bool:
    """Tell whether a snippet says what the learner should first find out: what they passed once it may say."""
    return snippet.part in ANSWERS and not (standing is not None and standing.passed)


def who_comes(items: Iterable[ItemId], standings: "Mapping[ItemId, Standing]", now: datetime) -> tuple[bool, bool]:
    """Tell whether some of the items are buried or suspended, and whether some are not."""
    some_away = some_coming = False
    for item in items:
        standing = standings.get(item)
        is_away = standing is not None and standing.is_away(now)
        some_away, some_coming = some_away or is_away, some_coming or not is_away
        if some_away and some_coming:
            break
    return some_away, some_coming


class Newest:
    """Lets one question be under way at a time and drops what was asked meanwhile but the last."""

    def __init__(self) -> None:
        self._under_way: Wanted | None = None
        self._next: Wanted | None = None

    def ask(self, wanted: Wanted) -> Wanted | None:
        """Return what is to be looked for now, or None while another answer is awaited."""
        if self._under_way is not None:
            self._next = wanted
            return None
        self._under_way = wanted
        return wanted

    @property
    def is_stale(self) -> bool:
        """Whether the answer that is awaited is of no use any more."""
        return self._next is not None

    def answered(self) -> Wanted | None:
        """Take note that the answer, or an error, has come; return what is to be looked for next."""
        self._under_way, self._next = self._next, None
        return self._under_way


def _places(pack: Pack, lesson: Lesson) -> Iterable[Place]:
    key = f"{pack.id}/{lesson.id}"
    for item in lesson.items:
        yield Place(item.id, kind_of(item), item.title, pack.id, key, lesson.title, item.concepts)


def _lessons(packs: tuple[Pack, ...]) -> tuple[Choice, ...]:
    filled = [pack for pack in packs if any(lesson.items for lesson in pack.lessons)]
    several = len(filled) > 1
    choices: dict[str, Choice] = {}
    for pack in filled:
        if several:
            choices.setdefault(pack.id, Choice(pack.id, pack.title))
        for lesson in pack.lessons:
            if lesson.items:
                key = f"{pack.id}/{lesson.id}"
                choices.setdefault(key, Choice(key, lesson.title, int(several)))
    return tuple(choices.values())


def _concepts(packs: tuple[Pack, ...], places: Mapping[ItemId, Place]) -> tuple[Choice, ...]:
    titles: dict[str, Text] = {}
    for pack in packs:
        titles = pack.concepts | titles
    names = dict.fromkeys(concept for place in places.values() for concept in place.concepts)
    return tuple(Choice(name, titles.get(name) or Text("en", {"en": name})) for name in names)


def _is_in(choice: StateChoice, standing: "Standing | None", now: datetime) -> bool:
    if choice is StateChoice.LEECH:
        return standing is not None and standing.is_leech
    return _CHOICES[state_of(standing, now)] is choice
