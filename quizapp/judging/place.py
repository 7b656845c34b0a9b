"""Where in the observed values a comparison stands, and how strict it is there."""

import ast
from functools import lru_cache

from msgspec import Struct

from quizapp.code_trees import NOT_PARSED, expression_tree
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Tolerance

CHAINABLE = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)

PLACES_REMEMBERED = 1024
"""Parsing a path is slow, and a module's parameters have many."""


class Place(Struct, frozen=True):
    """A value under comparison.

    Attributes:
        where: its path, as a learner would write it.
        tolerance, ordered: the check's.
        brief: whether it only counts that something differs; then nothing is spent on what it shows.
    """

    where: str
    tolerance: Tolerance | None = None
    ordered: bool | None = None
    brief: bool = False

    def at(self, suffix: str) -> "Place":
        """Return the place of a part: `at("[1]")`, `at(".grad")`."""
        return Place(f"{_head(self.where)}{suffix}", self.tolerance, self.ordered, self.brief)

    def at_index(self, index: tuple[int, ...]) -> "Place":
        """Return the place of a tensor's element; of a tensor without dimensions, the same place."""
        return self.at(f"[{', '.join(map(str, index))}]") if index else self

    def finding(
        self,
        aspect: Aspect,
        expected: str,
        got: str,
        diagnosis: Diagnosis | None = None,
        names: tuple[str, ...] = (),
        also: tuple[str, ...] = (),
    ) -> Finding:
        """Return a finding at this place."""
        return Finding(
            where=self.where, aspect=aspect, expected=expected, got=got, diagnosis=diagnosis, names=names, also=also
        )


def place_of(check: Check) -> Place:
    """Return where a check's comparison begins."""
    return Place(check.observe, check.tolerance, check.ordered)


@lru_cache(maxsize=PLACES_REMEMBERED)
def _head(where: str) -> str:
    """Return a path as something that `[1]` or `.grad` can follow: `(a + b)`."""
    if where.replace(".", "").isalnum():
        return where
    try:
        chainable = isinstance(expression_tree(where).body, CHAINABLE)
    except NOT_PARSED:
        # A submodule's dotted name, such as `model.features.0.weight`, is no Python but reads well.
        chainable = True
    return where if chainable else f"({where})"
