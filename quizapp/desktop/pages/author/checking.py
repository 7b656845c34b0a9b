"""Verifies the items of a pack one by one and attacks their checks: each is told at once, and all can be stopped.

Knows no Qt; not for the GUI thread.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from quizapp.desktop.pages.author.programs import as_recorded
from quizapp.message import Message
from quizapp.packs.model import Exercise, Item, Pack

if TYPE_CHECKING:
    # Only annotations: the sandbox and NumPy stay out of the way of the first paint.
    from quizapp.classroom.attacks.attack import Attack
    from quizapp.classroom.attacks.strength import Strength
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.stopper import Stopper
    from quizapp.wording import Wording

ITEMS_AT_ONCE: Final = 2
"""While the last programs of one item run, those of the next begin."""


@dataclass(frozen=True)
class ItemChecked:
    """What verifying one item gave; no complaint means that it holds.

    Attributes:
        strength: how the checks of an exercise stood their attacks; None of another item, or where none was possible.
        recorded: when the expectations were written that it was judged by, in ns since the epoch; None without any.
    """

    item: Item
    complaints: tuple[Message, ...] = ()
    strength: "Strength | None" = None
    recorded: int | None = None

    @property
    def survivors(self) -> "tuple[Attack, ...]":
        """The wrong programs that pass, and that the author did not mark: holes in the checks."""
        return self.strength.survivors if self.strength is not None else ()

    @property
    def is_unattacked(self) -> bool:
        """Whether nothing is known of holes in the checks of an exercise that holds."""
        return isinstance(self.item, Exercise) and self.strength is None and not self.complaints


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
    """Verify one item, and attack its checks if it has some, with all cores.

    Raises:
        SaysError: if no code can be run.
    """
    # Here, in the pool's thread: NumPy comes with it.
    from quizapp.classroom.attacks.running import attack_pack
    from quizapp.classroom.verify import verify_pack

    alone, cores = only(pack, item), os.cpu_count() or 1
    recorded = as_recorded(item).written if isinstance(item, Exercise) else None
    complaints = verify_pack(alone, sandbox, wording, at_once=cores).complaints
    if not isinstance(item, Exercise):
        return ItemChecked(item, tuple(complaint.says for complaint in complaints))
    strengths = attack_pack(alone, sandbox, at_once=cores)
    says = tuple(complaint.says for complaint in (*complaints, *strengths.complaints))
    return ItemChecked(item, says, next(iter(strengths.exercises), None), recorded)


def only(pack: Pack, item: Item) -> Pack:
    """Return the pack with nothing but this item; what its titles say of languages stays."""
    lessons = tuple(
        msgspec.structs.replace(lesson, items=tuple(each for each in lesson.items if each is item))
        for lesson in pack.lessons
    )
    return msgspec.structs.replace(pack, lessons=lessons)
