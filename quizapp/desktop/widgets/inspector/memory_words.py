"""What the strip of memory shows, in words. Knows no Qt."""

from quizapp.desktop.widgets.inspector.plane import Index
from quizapp.desktop.widgets.inspector.storage_model import Lane, Memory, shares
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.within import numbers_within
from quizapp.judging.printing import shown_shape
from quizapp.wording import Wording

MOST_NAMES = 6


def memory_heading(memory: Memory, wording: Wording) -> str:
    """Return what a strip is: how large, and whose."""
    names = _names(tuple(lane.name for lane in memory.lanes) + memory.more)
    count, size = memory.length, f"{memory.length:,}"
    if memory.is_own:
        return wording.say("Its own memory: {names}", names=names)
    if len(memory.lanes) + len(memory.more) > 1:
        return wording.say_many(
            "One memory of {size} element, shared by {names}",
            "One memory of {size} elements, shared by {names}",
            count,
            size=size,
            names=names,
        )
    return wording.say_many("Memory of {size} element", "Memory of {size} elements", count, size=size)


def sharing_words(subject: Subject, beside: tuple[Subject, ...], wording: Wording) -> str:
    """Return who else lies on the memory of a value, or an empty text."""
    names = tuple(name for other in beside for name, seen in numbers_within(other) if shares(subject.got, seen))
    return wording.say("Shares its memory with {names}.", names=_names(names)) if names else ""


def step_words(lane: Lane, index: Index, wording: Wording) -> str:
    """Return where an element lies and how far its neighbours are."""
    steps = ", ".join(
        wording.say("axis {axis}: {stride}", axis=step.axis, stride=f"{step.stride:+d}")
        for step in reversed(lane.steps(index))
    )
    where = {"index": shown_index(index), "place": lane.place(index)}
    if not steps:
        return wording.say("{index} lies at place {place} of the memory.", **where)
    return wording.say("{index} lies at place {place} of the memory. One step along {steps}", **where, steps=steps)


def place_words(lane: Lane, place: int, wording: Wording) -> str:
    """Return which elements of a tensor lie at a place."""
    found = lane.indices_at(place)
    if not found:
        return wording.say("At place {place} lies nothing of {name}.", place=place, name=lane.name)
    listed = _names(tuple(shown_index(index) for index in found))
    return wording.say("At place {place} of the memory lies {indices}", place=place, indices=listed)


def shown_index(index: Index) -> str:
    """Return an index as Python writes it in brackets; that of a scalar as `[()]`."""
    return str(list(index)) if index else "[()]"


def memory_text(memory: Memory, wording: Wording) -> str:
    """Return a strip as lines of text: its heading, then each tensor with its steps."""
    lanes = [
        wording.say(
            "{name}: shape {shape}, strides {strides}, from place {offset}",
            name=lane.name,
            shape=shown_shape(lane.seen.shape),
            strides=shown_shape(lane.seen.stride),
            offset=lane.seen.offset,
        )
        for lane in memory.lanes
    ]
    return "\n".join([memory_heading(memory, wording), *(f"  {line}" for line in lanes)])


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "")
