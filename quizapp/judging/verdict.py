"""What judging says: findings, the diagnosis of each, and the verdict they add up to."""

from enum import StrEnum

from msgspec import Struct, field

from quizapp.packs.model import Aspect, Mistake
from quizapp.sandbox.messages import Outcome


class Diagnosis(StrEnum):
    """What kind of difference a finding is; `quizapp.wording` has a sentence for each.

    Where a comment says so, the finding's `names` hold what the sentence is about.
    """

    # any value
    MISSING_NAME = "missing_name"
    NOT_DEFINED_YET = "not_defined_yet"  # still None
    WRONG_TYPE = "wrong_type"
    RAISED = "raised"
    SHOULD_HAVE_RAISED = "should_have_raised"
    RULE_BROKEN = "rule_broken"
    # the shape of a tensor
    AXIS_LENGTH = "axis_length"  # names: the axis
    AXIS_MISSING = "axis_missing"  # names: the axis
    AXIS_EXTRA = "axis_extra"  # names: the axis
    WOULD_BROADCAST = "would_broadcast"  # to the right shape, silently
    ON_DIAGONAL = "on_diagonal"  # the right numbers, among more: a column met a row and broadcast
    SAME_NUMBERS_OTHER_SHAPE = "same_numbers_other_shape"
    # where its numbers stand
    TRANSPOSED = "transposed"
    AXES_PERMUTED = "axes_permuted"  # names: the order in which they stand
    REVERSED = "reversed"  # names: the axis
    SHIFTED = "shifted"  # names: by how many places, the axis
    SAME_NUMBERS_OTHER_ORDER = "same_numbers_other_order"
    # what its numbers are
    SCALED = "scaled"  # names: the factor
    OFFSET = "offset"  # names: what was added
    NEGATED = "negated"
    NORMALISED_WRONG_AXIS = "normalised_wrong_axis"  # names: the axis, the right one
    REDUCED_WRONG_AXIS = "reduced_wrong_axis"  # names: the axis, the right one
    ONE_SLICE_WRONG = "one_slice_wrong"  # names: the axis, the index
    ONLY_FIRST_RIGHT = "only_first_right"  # names: how many, of how many
    NAN = "nan"  # names: how many
    INFINITE = "infinite"  # names: how many
    OTHER_DTYPE = "other_dtype"
    OTHER_DEVICE = "other_device"
    # its memory and its place in autograd
    COPY_NOT_VIEW = "copy_not_view"
    VIEW_NOT_COPY = "view_not_copy"
    NOT_CONTIGUOUS = "not_contiguous"
    WRITTEN_IN_PLACE = "written_in_place"
    DETACHED = "detached"  # no grad_fn where the solution's has one
    NOT_DETACHED = "not_detached"
    NOT_A_LEAF = "not_a_leaf"
    # its gradient
    GRADIENT_MISSING = "gradient_missing"
    GRADIENT_UNEXPECTED = "gradient_unexpected"
    GRADIENT_ZERO = "gradient_zero"  # zero instead of None
    GRADIENT_MULTIPLE = "gradient_multiple"  # names: the whole factor; why is not told by the numbers
    GRADIENT_ACCUMULATED = "gradient_accumulated"  # names: the whole factor
    GRADIENT_NOT_DIVIDED = "gradient_not_divided"  # names: the whole factor
    # modules
    PLAIN_TENSOR = "plain_tensor"
    HIDDEN_IN_LIST = "hidden_in_list"  # names: the attributes that hold them
    BUFFER_NOT_PARAMETER = "buffer_not_parameter"
    PARAMETER_NOT_BUFFER = "parameter_not_buffer"
    NOT_SAVED = "not_saved"  # a buffer that the state_dict leaves out
    SAVED = "saved"  # a buffer that it should leave out
    OTHER_NAME = "other_name"  # names: as it should be; also: as it is
    NAMES_MISSING = "names_missing"
    NAMES_EXTRA = "names_extra"
    NAMES_OTHER_ORDER = "names_other_order"  # the right names
    FROZEN_TOO_MUCH = "frozen_too_much"
    FROZEN_TOO_LITTLE = "frozen_too_little"
    FROZEN_TOO_MUCH_AND_TOO_LITTLE = "frozen_too_much_and_too_little"
    WRONG_MODE = "wrong_mode"
    NOT_TIED = "not_tied"
    TIED_UNEXPECTEDLY = "tied_unexpectedly"
    # optimizers
    GROUP_MISSING = "group_missing"
    GROUP_EXTRA = "group_extra"
    NOT_IN_OPTIMIZER = "not_in_optimizer"  # names: the parameters
    NEEDLESSLY_IN_OPTIMIZER = "needlessly_in_optimizer"  # names: the parameters
    IN_OTHER_GROUP = "in_other_group"  # names: the parameters
    HYPERPARAMETER_OFF = "hyperparameter_off"  # names: which


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
        runs: the outcome of each variant that was run, by its name.
    """

    passed: bool
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    mistake: Mistake | None = None
    unchecked: tuple[int, ...] = ()
    runs: dict[str, Outcome] = field(default_factory=dict)
