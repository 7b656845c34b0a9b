"""Where in the observed values a comparison stands, and how strict it is there."""

import ast

from msgspec import Struct

from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Tolerance

CHAINABLE = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)


class Place(Struct, frozen=True):
    """A value under comparison.

    Attributes:
        where: its path, as a learner would write it.
        tolerance, ordered: the check's.
    """

    where: str
    tolerance: Tolerance | None = None
    ordered: bool | None = None

    def at(self, suffix: str) -> "Place":
        """Return the place of a part: `at("[1]")`, `at(".grad")`."""
        return Place(f"{self._head}{suffix}", self.tolerance, self.ordered)

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

    @property
    def _head(self) -> str:
        """The path as something that `[1]` or `.grad` can follow: `(a + b)`."""
        if self.where.replace(".", "").isalnum():
            return self.where
        try:
            chainable = isinstance(ast.parse(self.where, mode="eval").body, CHAINABLE)
        except SyntaxError:
            # A submodule's dotted name, such as `model.features.0.weight`, is no Python but reads well.
            chainable = True
        return self.where if chainable else f"({self.where})"


def place_of(check: Check) -> Place:
    """Return where a check's comparison begins."""
    return Place(check.observe, check.tolerance, check.ordered)
