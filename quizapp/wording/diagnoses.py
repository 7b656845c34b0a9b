"""What each diagnosis is called in a sentence to the learner; fields are those of `findings.finding_sentence`."""

from quizapp.judging.verdict import Diagnosis
from quizapp.message import message

OTHER_SENTENCES = {
    Diagnosis.MISSING_NAME: message("The name `{where}` does not exist. Define it, spelt just like this."),
    Diagnosis.NOT_DEFINED_YET: message("`{where}` is still None; expected `{expected}`."),
    Diagnosis.WRONG_TYPE: message("`{where}` is a `{got}`; expected a `{expected}`."),
    Diagnosis.RAISED: message("Looking at `{where}` raised {raised}."),
    Diagnosis.SHOULD_HAVE_RAISED: message("`{where}` should have raised {expected}, and did not."),
    Diagnosis.RULE_BROKEN: message("The code must call `{where}`, and does not."),
}

TENSOR_SENTENCES = {
    Diagnosis.AXIS_LENGTH: message("`{where}`: axis {name} has another length: expected `{expected}`, got `{got}`."),
    Diagnosis.AXIS_MISSING: message("`{where}` lacks axis {name}: expected `{expected}`, got `{got}`."),
    Diagnosis.AXIS_EXTRA: message("`{where}` has axis {name} too many: expected `{expected}`, got `{got}`."),
    Diagnosis.WOULD_BROADCAST: message(
        "`{where}` has shape `{got}`, not `{expected}`: its numbers fit, and broadcasting would hide the difference."
    ),
    Diagnosis.ON_DIAGONAL: message(
        "`{where}` has shape `{got}`, not `{expected}`: the right numbers are its diagonal, as if a column met a row."
    ),
    Diagnosis.SAME_NUMBERS_OTHER_SHAPE: message(
        "`{where}` has the right numbers in another shape: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.TRANSPOSED: message(
        "`{where}` has the right numbers with two axes swapped: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.AXES_PERMUTED: message(
        "`{where}` has the right numbers, but its axes stand in the order {names}: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.REVERSED: message(
        "`{where}` has the right numbers, but axis {name} runs backwards: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.SHIFTED: message(
        "`{where}` has the right numbers, shifted by {name} along axis {second}: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.SAME_NUMBERS_OTHER_ORDER: message(
        "`{where}` has the right numbers in another order: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.SCALED: message("`{where}` is {name} times what it should be: expected `{expected}`, got `{got}`."),
    Diagnosis.OFFSET: message("In `{where}` every number is off by {name}: expected `{expected}`, got `{got}`."),
    Diagnosis.NEGATED: message("`{where}` has the opposite sign: expected `{expected}`, got `{got}`."),
    Diagnosis.NORMALISED_WRONG_AXIS: message(
        "`{where}` is normalised along axis {name} instead of axis {second}: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.REDUCED_WRONG_AXIS: message(
        "`{where}` was reduced over axis {name} instead of axis {second}: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.ONE_SLICE_WRONG: message(
        "Only `{where}` is wrong, the rest is right: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.ONLY_FIRST_RIGHT: message(
        "Only the first {name} of {second} along axis 0 are right; `{where}` should be `{expected}`, is `{got}`."
    ),
    Diagnosis.NAN: message("`{where}` is NaN, expected `{expected}`. Places where a number became NaN: {name}."),
    Diagnosis.INFINITE: message(
        "`{where}` is `{got}`, expected `{expected}`. Places where a number became infinite: {name}."
    ),
    Diagnosis.OTHER_DTYPE: message("`{where}` holds numbers of type `{got}`; expected `{expected}`."),
    Diagnosis.OTHER_DEVICE: message("`{where}` is on `{got}`; expected on `{expected}`."),
    Diagnosis.COPY_NOT_VIEW: message("`{where}` is a copy: it has memory of its own, where it should share it."),
    Diagnosis.VIEW_NOT_COPY: message("`{where}` is a view: it shares memory, where it should have its own."),
    Diagnosis.NOT_CONTIGUOUS: message("`{where}` is not contiguous: its strides are not those of a row-major layout."),
    Diagnosis.WRITTEN_IN_PLACE: message(
        "`{where}` was written over in place: it should still be `{expected}`, and is `{got}`."
    ),
    Diagnosis.DETACHED: message(
        "`{where}` is not part of the graph (no grad_fn): no gradient flows back through it, and one should."
    ),
    Diagnosis.NOT_DETACHED: message("`{where}` is part of the graph (it has a grad_fn); it should not be."),
    Diagnosis.NOT_A_LEAF: message("`{where}` is the result of an operation (it has a grad_fn); it should be a leaf."),
    Diagnosis.GRADIENT_MISSING: message("`{where}` has no gradient; it should have one."),
    Diagnosis.GRADIENT_UNEXPECTED: message("`{where}` has a gradient; it should have none."),
    Diagnosis.GRADIENT_ZERO: message("`{where}` is zero; it should not be there at all (None)."),
    Diagnosis.GRADIENT_MULTIPLE: message(
        "`{where}` is {name} times the right one: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.GRADIENT_ACCUMULATED: message(
        "`{where}` was added up: it is {name} times the right one: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.GRADIENT_NOT_DIVIDED: message(
        "`{where}` is {name} times the right one, as if never divided by {name}: expected `{expected}`, got `{got}`."
    ),
}

MODULE_SENTENCES = {
    Diagnosis.PLAIN_TENSOR: message(
        "`{where}` is a plain tensor, not a Parameter: no module registers it, and no optimizer sees it."
    ),
    Diagnosis.HIDDEN_IN_LIST: message(
        "`{where}` is a plain Python list, tuple or dict: the layers or parameters in it are not registered, and no "
        "optimizer sees them. nn.ModuleList, nn.ModuleDict and nn.ParameterList register what they hold."
    ),
    Diagnosis.BUFFER_NOT_PARAMETER: message("`{where}` is a buffer, not a Parameter: no optimizer sees it."),
    Diagnosis.PARAMETER_NOT_BUFFER: message(
        "`{where}` is a Parameter, so `parameters()` hands it to the optimizer; it should be a buffer."
    ),
    Diagnosis.NOT_SAVED: message(
        "`{where}` is a buffer that the state_dict leaves out (persistent=False); it should be saved."
    ),
    Diagnosis.SAVED: message("`{where}` is a buffer that the state_dict holds; it should not (persistent=False)."),
    Diagnosis.OTHER_NAME: message("In `{where}` something has another name: expected {names}, got {also}."),
    Diagnosis.FROZEN_TOO_MUCH: message("In `{where}` these parameters should train but are frozen: {names}."),
    Diagnosis.FROZEN_TOO_LITTLE: message("In `{where}` these parameters still train: {names}."),
    Diagnosis.FROZEN_TOO_MUCH_AND_TOO_LITTLE: message(
        "In `{where}` the wrong parameters are frozen. Still training: {names}. Frozen by mistake: {also}."
    ),
    Diagnosis.NAMES_MISSING: message("In `{where}` there should also be: {names}."),
    Diagnosis.NAMES_EXTRA: message("In `{where}` there should not be: {names}."),
    Diagnosis.NAMES_OTHER_ORDER: message(
        "In `{where}` the names stand in another order: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.WRONG_MODE: message("In `{where}` the mode is wrong: expected `{expected}`, got `{got}`."),
    Diagnosis.NOT_TIED: message("In `{where}` these should be one and the same parameter: {names}."),
    Diagnosis.TIED_UNEXPECTEDLY: message("In `{where}` these should not be one and the same parameter: {names}."),
    Diagnosis.GROUP_MISSING: message("A parameter group is missing: `{where}` is `{got}`, expected `{expected}`."),
    Diagnosis.GROUP_EXTRA: message("There are too many parameter groups: `{where}` is `{got}`, expected `{expected}`."),
    Diagnosis.NOT_IN_OPTIMIZER: message("`{where}` does not hold these parameters, so it never moves them: {names}."),
    Diagnosis.NEEDLESSLY_IN_OPTIMIZER: message("`{where}` holds parameters that it should leave alone: {names}."),
    Diagnosis.IN_OTHER_GROUP: message("These parameters belong in `{where}` and are in another group: {names}."),
    Diagnosis.HYPERPARAMETER_OFF: message("`{name}` is off: `{where}` is `{got}`, expected `{expected}`."),
}

SENTENCES_AT_A_LINE = {
    Diagnosis.RAISED: message("`{where}` could not be made: line {line} raised {raised}."),
    Diagnosis.RULE_BROKEN: message("Line {line} uses `{where}`, which this exercise does without."),
}

SENTENCES_OF_A_BUFFER = {
    Diagnosis.PLAIN_TENSOR: message(
        "`{where}` is a plain tensor, not a buffer: the state_dict leaves it out, and `.to()` does not take it along."
    ),
}
"""Said instead where a buffer was due."""

SENTENCES_OF_TWO_SIDES = {
    Diagnosis.NAMES_MISSING: message("In `{where}` there should be: {names}. There should not be: {also}."),
    Diagnosis.NOT_IN_OPTIMIZER: message(
        "`{where}` does not hold these parameters, so it never moves them: {names}. It should not hold: {also}."
    ),
}
"""Said instead where the finding has names of a second side too."""

SENTENCES = {**OTHER_SENTENCES, **TENSOR_SENTENCES, **MODULE_SENTENCES}
