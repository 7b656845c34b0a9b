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
    Diagnosis.TRANSPOSED: message(
        "`{where}` has the right numbers with two axes swapped: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.SAME_NUMBERS_OTHER_ORDER: message(
        "`{where}` has the right numbers in another order: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.SAME_NUMBERS_OTHER_SHAPE: message(
        "`{where}` has the right numbers in another shape: expected `{expected}`, got `{got}`."
    ),
    Diagnosis.SCALED: message("`{where}` is {name} times what it should be: expected `{expected}`, got `{got}`."),
    Diagnosis.COPY_NOT_VIEW: message("`{where}` is a copy: it has memory of its own, where it should share it."),
    Diagnosis.VIEW_NOT_COPY: message("`{where}` is a view: it shares memory, where it should have its own."),
    Diagnosis.NOT_CONTIGUOUS: message("`{where}` is not contiguous: its strides are not those of a row-major layout."),
    Diagnosis.GRADIENT_MISSING: message("`{where}` has no gradient; it should have one."),
    Diagnosis.GRADIENT_UNEXPECTED: message("`{where}` has a gradient; it should have none."),
}

MODULE_SENTENCES = {
    Diagnosis.PLAIN_TENSOR: message(
        "`{where}` is a plain tensor, not a Parameter: its module does not register it: no optimizer sees it."
    ),
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
    Diagnosis.WRONG_MODE: message("In `{where}` these are in the wrong mode (train or eval): {names}."),
    Diagnosis.NOT_TIED: message("In `{where}` these should be one and the same parameter: {names}."),
    Diagnosis.TIED_UNEXPECTEDLY: message("In `{where}` these should not be one and the same parameter: {names}."),
}

SENTENCES_AT_A_LINE = {
    Diagnosis.RAISED: message("`{where}` could not be made: line {line} raised {raised}."),
    Diagnosis.RULE_BROKEN: message("Line {line} uses `{where}`, which this exercise does without."),
}

SENTENCES = {**OTHER_SENTENCES, **TENSOR_SENTENCES, **MODULE_SENTENCES}
