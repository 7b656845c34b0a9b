"""What there is to study, looked up in every way that the schedule needs: made once, not for each rating."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec import Struct

from quizapp.packs.model import Card, Exercise, Item, ItemId, Pack
from quizapp.study.slips import Concept, practised_concepts
from quizapp.study.standing import StepKind

LessonKey: TypeAlias = tuple[str, str]
"""A pack's id and the lesson's in it."""


class Place(Struct, frozen=True):
    """Where an item belongs, what kind of step it takes, and the how manieth it is of all."""

    lesson: LessonKey
    kind: StepKind
    number: int


class Curriculum(Struct, frozen=True):
    """The packs, understood.

    Attributes:
        packs: in the order in which they should be begun.
        items: all, in lesson order. places: of every item; an item that two packs hold belongs to the first.
        lessons: the items of each lesson. needs: the lessons that come before each.
        concepts: of every item that a slip may bring back. practising: the items of each concept.
    """

    packs: tuple[Pack, ...]
    items: tuple[ItemId, ...]
    places: Mapping[ItemId, Place]
    lessons: Mapping[LessonKey, tuple[ItemId, ...]]
    needs: Mapping[LessonKey, tuple[LessonKey, ...]]
    concepts: Mapping[ItemId, tuple[Concept, ...]]
    practising: Mapping[Concept, tuple[ItemId, ...]]


def curriculum_of(packs: Iterable[Pack]) -> Curriculum:
    """Look through the packs."""
    packs = tuple(packs)
    lessons: defaultdict[LessonKey, list[ItemId]] = defaultdict(list)
    needs: dict[LessonKey, tuple[LessonKey, ...]] = {}
    places: dict[ItemId, Place] = {}
    concepts: dict[ItemId, tuple[Concept, ...]] = {}
    for pack in packs:
        for lesson in pack.lessons:
            key = (pack.id, lesson.id)
            needs[key] = tuple((pack.id, needed) for needed in lesson.needs)
            fresh = list({item.id: item for item in lesson.items if item.id not in places}.values())
            lessons[key] += [item.id for item in fresh]
            begin = len(places)
            places.update({item.id: Place(key, kind_of_item(item), begin + n) for n, item in enumerate(fresh)})
            concepts.update({item.id: named for item in fresh if (named := practised_concepts(item))})
    return Curriculum(
        packs=packs,
        items=tuple(places),
        places=places,
        lessons={key: tuple(items) for key, items in lessons.items()},
        needs=needs,
        concepts=concepts,
        practising=_by_concept(concepts),
    )


def kind_of_item(item: Item) -> StepKind:
    """Return the kind of step that an item takes."""
    if isinstance(item, Card):
        return StepKind.CARD
    return StepKind.EXERCISE if isinstance(item, Exercise) else StepKind.QUESTION


def _by_concept(concepts: Mapping[ItemId, tuple[Concept, ...]]) -> Mapping[Concept, tuple[ItemId, ...]]:
    practising: defaultdict[Concept, list[ItemId]] = defaultdict(list)
    for item, named in concepts.items():
        for concept in named:
            practising[concept].append(item)
    return {concept: tuple(items) for concept, items in practising.items()}
