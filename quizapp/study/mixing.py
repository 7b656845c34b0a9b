"""In which order items are offered: lessons in turn, new items in between; always the same for the same items."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from math import ceil

from quizapp.packs.model import ItemId


def in_turn(items: Iterable[ItemId], lesson_of: Callable[[ItemId], Hashable]) -> tuple[ItemId, ...]:
    """Deal items so that one lesson does not come in a block.

    Args:
        items: the longest overdue first; the order within a lesson stays, and so does that of the lessons' firsts.
        lesson_of: tells the lesson of an item.
    """
    by_lesson: defaultdict[Hashable, list[ItemId]] = defaultdict(list)
    for item in items:
        by_lesson[lesson_of(item)].append(item)
    lessons, turns, dealt = list(by_lesson.values()), 0, list[ItemId]()
    while lessons:
        dealt += [lesson[turns] for lesson in lessons]
        turns += 1
        lessons = [lesson for lesson in lessons if len(lesson) > turns]
    return tuple(dealt)


def mixed(due: Sequence[ItemId], new: Sequence[ItemId]) -> tuple[ItemId, ...]:
    """Spread the new items evenly over the due ones; both keep their order, and what is due begins."""
    together: list[ItemId] = []
    begin = 0
    for number, item in enumerate(new, 1):
        # The first new item comes after the first due one, the last before the end.
        end = ceil(number * len(due) / (len(new) + 1))
        together += [*due[begin:end], item]
        begin = end
    return (*together, *due[begin:])
