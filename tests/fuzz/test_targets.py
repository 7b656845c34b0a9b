"""Every fuzz target takes its seeds, and some that were changed, without the fuzzer: the targets can't rot."""

from random import Random

import pytest

from tests.fuzz.every import TARGETS, read_once
from tests.fuzz.mutating import mutated, varied

_CHANGED = 12


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_its_seeds_and_changed_ones(name: str) -> None:
    target, chance = TARGETS[name], Random(0)
    seeds = target.seeds()

    assert seeds
    for seed in seeds:
        read_once(target, seed)
    for _ in range(_CHANGED):
        data = mutated(chance.choice(seeds), target.largest, chance, lambda part: varied(part, chance))
        read_once(target, data)
