"""What an attack is: a wrong program made of a right one by one change, with a name that its author can write down."""

import difflib
from enum import StrEnum
from typing import Final

from msgspec import Struct


class Kind(StrEnum):
    """What was done to the solution. An author writes it in `equivalent`, so a kind keeps its name."""

    HARD_CODED = "hard-coded"  # gives what the first call gave, whatever it is asked
    ZERO_GRAD_DROPPED = "zero-grad-dropped"
    STEP_DROPPED = "step-dropped"
    BACKWARD_DROPPED = "backward-dropped"
    STATEMENTS_SWAPPED = "statements-swapped"
    NOT_REGISTERED = "not-registered"
    OTHER_REGISTRATION = "other-registration"  # a buffer as a parameter, one that is not saved
    FROZEN_OTHERWISE = "frozen-otherwise"
    DETACHED = "detached"
    GRAPH_KEPT = "graph-kept"  # no_grad or detach() left out
    OTHER_MODE = "other-mode"
    OTHER_DTYPE = "other-dtype"
    TRANSPOSED = "transposed"
    SCALAR = "scalar"  # of the right numbers only one, which would broadcast
    EXTRA_AXIS = "extra-axis"
    COPIED = "copied"  # where a view is asked for
    NOT_COPIED = "not-copied"  # clone(), contiguous(), deepcopy() left out
    CLOBBERED = "clobbered"  # what it was handed is overwritten
    SKIPPED = "skipped"  # the first or last of what a loop goes through
    STATEMENT_DROPPED = "statement-dropped"
    CALL_DROPPED = "call-dropped"
    KEYWORD_DROPPED = "keyword-dropped"
    ARGUMENTS_SWAPPED = "arguments-swapped"
    OPERAND_DROPPED = "operand-dropped"
    OTHER_REDUCTION = "other-reduction"
    OTHER_OPERATOR = "other-operator"
    OTHER_CONDITION = "other-condition"
    FLIPPED = "flipped"  # True for False
    OTHER_NUMBER = "other-number"


LONGEST_SUBJECT: Final = 160
"""Characters of a line that an attack's name repeats."""


class Attack(Struct, frozen=True, kw_only=True):
    """A wrong program.

    Attributes:
        line: of the solution, where the change begins.
        removed, added: the lines of the solution that are gone, and those that stand there instead.
        subject: what its name says beside the kind: a changed line as it became, or a dropped one as it was.
    """

    kind: Kind
    code: str
    line: int
    removed: tuple[str, ...]
    added: tuple[str, ...]
    subject: str

    @property
    def name(self) -> str:
        """The name under which an author marks it: `other-number: return x.sum(dim=2)`."""
        return f"{self.kind}: {self.subject}"


def attack_of(kind: Kind, solution: str, code: str, subject: str | None = None) -> Attack:
    """Make an attack of a changed program; `subject` where the changed lines would not name it well."""
    line, removed, added = _difference(solution.split("\n"), code.split("\n"))
    dropped = not [text for text in added if text.strip() != "pass"]
    named = subject if subject is not None else _on_one_line(removed if dropped else added)
    return Attack(kind=kind, code=code, line=line, removed=removed, added=added, subject=named[:LONGEST_SUBJECT])


def _difference(before: list[str], after: list[str]) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Return the first line that differs, from 1, the lines that are gone and those that are new."""
    steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changes = [step for step in steps if step[0] != "equal"]
    removed = tuple(line for _, start, end, _, _ in changes for line in before[start:end])
    added = tuple(line for _, _, _, start, end in changes for line in after[start:end])
    return (min(changes[0][1] + 1, max(len(before), 1)) if changes else 1), removed, added


def _on_one_line(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).split())
