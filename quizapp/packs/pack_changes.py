"""What an update of a pack changes for those who learn with it, by the ids of its items."""

import re
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from quizapp.packs.model import Item, ItemId, Pack

_PART: Final = re.compile(r"([0-9]{0,18})(.*)", re.DOTALL)


class PackChanges(Struct, frozen=True):
    """Ids of the items that are new, that read otherwise or are judged otherwise, and that are gone; in lesson order.

    What a learner did with an item stays known by its id, also of one that is gone.
    """

    new: tuple[ItemId, ...] = ()
    changed: tuple[ItemId, ...] = ()
    gone: tuple[ItemId, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def changes_between(before: Pack | None, after: Pack) -> PackChanges:
    """Compare two versions of a pack; everything is new where there was none before."""
    old = {} if before is None else {item.id: _wherever_it_lies(item) for item in before.items()}
    new = {item.id: _wherever_it_lies(item) for item in after.items()}
    return PackChanges(
        new=tuple(each for each in new if each not in old),
        changed=tuple(each for each, item in new.items() if each in old and old[each] != item),
        gone=tuple(each for each in old if each not in new),
    )


def _wherever_it_lies(item: Item) -> Item:
    return msgspec.structs.replace(item, folder=Path())


def is_older(version: str, than: str) -> bool:
    """Tell whether a version comes before another as people count them: 1.9 before 1.10, 1.0rc1 before 1.0."""
    one, other = _version_key(version), _version_key(than)
    longest = max(len(one), len(other))
    return _padded(one, longest) < _padded(other, longest)


def _version_key(version: str) -> list[tuple[int, bool, str]]:
    key: list[tuple[int, bool, str]] = []
    for part in re.split(r"[-+._]", version):
        digits, rest = _PART.fullmatch(part).groups()  # type: ignore[union-attr]
        # What follows a number comes before the bare number.
        key.append((int(digits or "-1"), not rest, rest.lower()))
    return key


def _padded(key: list[tuple[int, bool, str]], length: int) -> list[tuple[int, bool, str]]:
    """Return the key with zeros behind it: 1 is the same version as 1.0."""
    return key + [(0, True, "")] * (length - len(key))
