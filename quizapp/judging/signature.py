"""What identifies a mistake: its findings, without what differs from one run or spelling to the next."""

import re
from math import isfinite

from msgspec import Struct

from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect

NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)(?![\w])")

NOISE = 0.01
"""Two printed numbers that differ by less than this part of the larger one are the same mistake's."""

NOTHING = 1e-6
"""Two printed numbers that differ by less than this are both noise around the same."""


class Trait(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One finding of a mistake. Without `check` and `rule`: the run itself did not finish."""

    where: str
    aspect: Aspect
    got: str
    check: int | None = None
    rule: int | None = None
    diagnosis: Diagnosis | None = None
    names: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[int | None, int | None, Aspect]:
        """What failed, and in which aspect: without this in common two findings are not of one mistake."""
        return self.check, self.rule, self.aspect


class Signature(Struct, frozen=True):
    """A mistake's findings, as stored in `expected.json`."""

    traits: tuple[Trait, ...] = ()

    @property
    def failed(self) -> frozenset[tuple[int | None, int | None]]:
        """The checks and rules that failed, by index, in whatever aspect."""
        return frozenset((trait.check, trait.rule) for trait in self.traits)


def signature(findings: tuple[Finding, ...]) -> Signature:
    """Return what identifies the mistake that left these findings."""
    return Signature(
        tuple(
            Trait(
                where=finding.where,
                aspect=finding.aspect,
                got=finding.got,
                check=finding.check,
                rule=finding.rule,
                diagnosis=finding.diagnosis,
                names=finding.names,
            )
            for finding in findings
        )
    )


def says_the_same(one: str, other: str) -> bool:
    """Tell whether two printed values are equal but for the noise of their floats; integers have none."""
    if NUMBER.sub("#", one) != NUMBER.sub("#", other):
        return False
    return all(map(_are_near, NUMBER.findall(one), NUMBER.findall(other)))


def _are_near(one: str, other: str) -> bool:
    if one == other:
        return True
    first, second = float(one), float(other)
    if "." not in one or "." not in other or not isfinite(first + second):
        return False
    return abs(first - second) <= NOISE * max(abs(first), abs(second)) + NOTHING
