"""What judging says: findings, the diagnosis of each, and the verdict they add up to."""

from enum import StrEnum

from msgspec import Struct

from quizapp.packs.model import Aspect, Mistake
from quizapp.sandbox.messages import Outcome


class Diagnosis(StrEnum):
    """What kind of difference a finding is; `quizapp.wording` has a sentence for each."""

    MISSING_NAME = "missing_name"
    NOT_DEFINED_YET = "not_defined_yet"  # still None
    WRONG_TYPE = "wrong_type"
    PLAIN_TENSOR = "plain_tensor"
    FROZEN_TOO_MUCH = "frozen_too_much"
    FROZEN_TOO_LITTLE = "frozen_too_little"
    FROZEN_TOO_MUCH_AND_TOO_LITTLE = "frozen_too_much_and_too_little"
    NAMES_MISSING = "names_missing"
    NAMES_EXTRA = "names_extra"
    NAMES_OTHER_ORDER = "names_other_order"  # the right names
    WRONG_MODE = "wrong_mode"
    COPY_NOT_VIEW = "copy_not_view"
    VIEW_NOT_COPY = "view_not_copy"
    NOT_CONTIGUOUS = "not_contiguous"
    TRANSPOSED = "transposed"
    SAME_NUMBERS_OTHER_ORDER = "same_numbers_other_order"
    SAME_NUMBERS_OTHER_SHAPE = "same_numbers_other_shape"
    SCALED = "scaled"  # every number off by one factor, which stands in `names`
    NOT_TIED = "not_tied"
    TIED_UNEXPECTEDLY = "tied_unexpectedly"
    GRADIENT_MISSING = "gradient_missing"
    GRADIENT_UNEXPECTED = "gradient_unexpected"
    RAISED = "raised"
    SHOULD_HAVE_RAISED = "should_have_raised"
    RULE_BROKEN = "rule_broken"


class Finding(Struct, frozen=True, kw_only=True):
    """One difference, as data.

    Attributes:
        where: path of the value, as a learner would write it: `net[0].weight.grad[1, 2]`.
        expected, got: the two sides, short enough to print.
        names: names that the diagnosis is about (the parameters that still train), or empty.
        also: names of the diagnosis' second side: frozen though they should train, extra beside missing.
        check: index of the exercise's check; None for a rule.
        variant: name of the variant in which it was seen.
        line: of the learner's code, for rules and errors.
    """

    where: str
    aspect: Aspect
    expected: str
    got: str
    diagnosis: Diagnosis | None = None
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    check: int | None = None
    rule: int | None = None
    variant: str = "default"
    line: int | None = None


class Verdict(Struct, frozen=True, kw_only=True):
    """The judgement of one attempt. Passed only if every run finished and every check and rule held.

    Attributes:
        outcome: of the first run that did not finish, else of the first variant.
        findings: in the order of rules, then checks; a check that differs in several variants is told once.
        unchecked: indices of the checks that could not be looked at, because the run did not get that far.
    """

    passed: bool
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    mistake: Mistake | None = None
    unchecked: tuple[int, ...] = ()
