"""Verifies the items of a pack one by one, so that each is told as soon as it is known and all can be stopped.

Knows no Qt; not for the GUI thread.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from quizapp.message import Message
from quizapp.packs.model import Item, Pack

if TYPE_CHECKING:
    # Only annotations: the sandbox stays out of the way of the first paint.
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.stopper import Stopper
    from quizapp.wording import Wording

ITEMS_AT_ONCE: Final = 2
"""While the last programs of one item run, those of the next begin."""


@dataclass(frozen=True)
class ItemChecked:
    """What verifying one item gave; no complaint means that it holds."""

    item: Item
    complaints: tuple[Message, ...] = ()


def verify_items(
    pack: Pack,
    items: Sequence[Item],
    sandbox: "Sandbox",
    wording: "Wording",
    stopper: "Stopper",
    tell: Callable[[ItemChecked], None],
) -> bool:
    """Verify these items of the pack; `tell` hears of each, in any order and from any thread.

    Returns:
        Whether it came to its end: not if it was stopped.

    Raises:
        SaysError: if no code can be run.
    """

    def check(item: Item) -> None:
        if not stopper.stopped:
            tell(verify_item(pack, item, sandbox, wording))

    with ThreadPoolExecutor(ITEMS_AT_ONCE) as pool:
        try:
            for waiting in [pool.submit(check, item) for item in items]:
                waiting.result()
        except BaseException:
            stopper.stop()
            raise
    return not stopper.stopped


def verify_item(pack: Pack, item: Item, sandbox: "Sandbox", wording: "Wording") -> ItemChecked:
    """Verify one item with all cores.

    Raises:
        SaysError: if no code can be run.
    """
    # Here, in the pool's thread: NumPy comes with it.
    from quizapp.classroom.verify import verify_pack

    found = verify_pack(only(pack, item), sandbox, wording, at_once=os.cpu_count() or 1)
    return ItemChecked(item, tuple(complaint.says for complaint in found.complaints))


def only(pack: Pack, item: Item) -> Pack:
    """Return the pack with nothing but this item; what its titles say of languages stays."""
    lessons = tuple(
        msgspec.structs.replace(lesson, items=tuple(each for each in lesson.items if each is item))
        for lesson in pack.lessons
    )
    return msgspec.structs.replace(pack, lessons=lessons)
