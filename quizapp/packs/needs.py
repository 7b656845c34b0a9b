"""What lessons need: only lessons that are there, and never in a circle."""

import msgspec

from quizapp.message import Message, message
from quizapp.packs.model import Lesson
from quizapp.packs.problems import PackError, nearest
from quizapp.packs.tables import Table


def settle_needs(
    read: list[tuple[Lesson, Table]], listed: set[str]
) -> tuple[tuple[Lesson, ...], tuple[PackError, ...]]:
    """Take out of each lesson's needs what can't be met.

    Args:
        read: the lessons that could be read, with their lesson.toml.
        listed: every lesson that pack.toml names.

    Returns:
        The lessons, whose needs name only lessons among them and make no circle, and what was wrong. That a need was
        listed and could not be read is told elsewhere.
    """
    problems: list[PackError] = []
    kept: dict[str, list[str]] = {lesson.id: [] for lesson, _ in read}
    for lesson, table in read:
        for index, need in enumerate(lesson.needs):
            if need not in listed:
                problems.append(table.problem(_unknown(need, listed - {lesson.id}), "needs", index))
            elif need in kept:
                if circle := _way(kept, need, lesson.id):
                    says = message("the needs go in a circle: {circle}", circle=" → ".join([lesson.id, *circle]))
                    problems.append(table.problem(says, "needs", index))
                else:
                    kept[lesson.id].append(need)
    lessons = tuple(msgspec.structs.replace(lesson, needs=tuple(kept[lesson.id])) for lesson, _ in read)
    return lessons, tuple(problems)


def _unknown(need: str, listed: set[str]) -> Message:
    if meant := nearest(need, listed):
        return message('there is no lesson "{need}"; did you mean "{nearest}"?', need=need, nearest=meant)
    return message('there is no lesson "{need}"', need=need)


def _way(needs: dict[str, list[str]], start: str, goal: str) -> list[str] | None:
    """Return the lessons on a way from one to another along needs, both ends included, or None."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop()
        if way[-1] == goal:
            return way
        fresh = [need for need in needs[way[-1]] if need not in seen]
        seen.update(fresh)
        ways.extend([*way, need] for need in fresh)
    return None
