"""Findings and checks, said to the learner: the place, what was expected, what was got, and why it may be so."""

from collections.abc import Callable

from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Rule
from quizapp.sandbox.messages import LEARNER_FILE
from quizapp.wording.speech import Wording

NAMES_SHOWN = 6


def finding_sentence(finding: Finding, wording: Wording, rules: tuple[Rule, ...] = ()) -> str:
    """Say one finding in a sentence or two, in Markdown's inline code where code is named.

    A broken rule is said in the instructor's words where `rules`, the exercise's, have some.
    """
    if finding.rule is not None and finding.rule < len(rules) and (says := rules[finding.rule].says) is not None:
        return _with_line(says.read(wording.language), finding, wording)
    if finding.diagnosis is not None and finding.diagnosis in _DIAGNOSED:
        return _DIAGNOSED[finding.diagnosis](finding, wording)
    return wording.say(
        "{what} of `{where}`: expected `{expected}`, got `{got}`.",
        what=aspect_name(finding.aspect, wording),
        where=finding.where,
        expected=finding.expected,
        got=finding.got,
    )


def check_sentence(check: Check, wording: Wording) -> str:
    """Say what a check looks at: the instructor's words, else words made from what it observes."""
    if check.says is not None:
        return check.says.read(wording.language)
    if check.shares_with is not None:
        return wording.say("Whether `{one}` and `{other}` share memory", one=check.observe, other=check.shares_with)
    if check.same_as is not None:
        return wording.say("Whether `{one}` and `{other}` are one object", one=check.observe, other=check.same_as)
    if not check.aspects:
        return wording.say("`{where}` is as it should be", where=check.observe)
    aspects = wording.say(", ").join(aspect_name(aspect, wording) for aspect in check.aspects)
    return wording.say("{what} of `{where}`", what=aspects, where=check.observe)


def _with_line(text: str, finding: Finding, wording: Wording) -> str:
    return text if finding.line is None else wording.say("Line {line}: {what}", line=finding.line, what=text)


def aspect_name(aspect: Aspect, wording: Wording) -> str:
    """Return the word for one side of a value, as it starts a sentence."""
    return _ASPECTS[aspect](wording)


def _names(finding: Finding, wording: Wording) -> str:
    """List the names that a finding is about."""
    return _listed(finding.names, wording)


def _listed(names: tuple[str, ...], wording: Wording) -> str:
    """List names, a few of them where there are many."""
    shown = wording.say(", ").join(f"`{name}`" for name in names[:NAMES_SHOWN])
    rest = len(names) - NAMES_SHOWN
    if rest <= 0:
        return shown
    return wording.say_many("{names} and {count} more", "{names} and {count} more", rest, names=shown)


def _missing_name(f: Finding, w: Wording) -> str:
    return w.say("The name `{where}` does not exist. Define it, spelt just like this.", where=f.where)


def _not_defined_yet(f: Finding, w: Wording) -> str:
    return w.say("`{where}` is still None; expected `{expected}`.", where=f.where, expected=f.expected)


def _wrong_type(f: Finding, w: Wording) -> str:
    return w.say("`{where}` is a `{got}`; expected a `{expected}`.", where=f.where, got=f.got, expected=f.expected)


def _plain_tensor(f: Finding, w: Wording) -> str:
    return w.say(
        "`{where}` is a plain tensor, not a Parameter: its module does not register it: no optimizer sees it.",
        where=f.where,
    )


def _frozen_too_little(f: Finding, w: Wording) -> str:
    return w.say("In `{where}` these parameters still train: {names}.", where=f.where, names=_names(f, w))


def _frozen_too_much(f: Finding, w: Wording) -> str:
    return w.say(
        "In `{where}` these parameters should train but are frozen: {names}.", where=f.where, names=_names(f, w)
    )


def _frozen_both(f: Finding, w: Wording) -> str:
    return w.say(
        "In `{where}` the wrong parameters are frozen. Still training: {names}. Frozen by mistake: {frozen}.",
        where=f.where,
        names=_listed(f.names, w),
        frozen=_listed(f.also, w),
    )


def _names_missing(f: Finding, w: Wording) -> str:
    return w.say("In `{where}` there should also be: {names}.", where=f.where, names=_names(f, w))


def _names_extra(f: Finding, w: Wording) -> str:
    return w.say("In `{where}` there should not be: {names}.", where=f.where, names=_names(f, w))


def _wrong_mode(f: Finding, w: Wording) -> str:
    return w.say(
        "In `{where}` these are in the wrong mode (train or eval): {names}.", where=f.where, names=_names(f, w)
    )


def _copy_not_view(f: Finding, w: Wording) -> str:
    return w.say("`{where}` is a copy: it has memory of its own, where it should share it.", where=f.where)


def _view_not_copy(f: Finding, w: Wording) -> str:
    return w.say("`{where}` is a view: it shares memory, where it should have its own.", where=f.where)


def _not_contiguous(f: Finding, w: Wording) -> str:
    return w.say("`{where}` is not contiguous: its strides are not those of a row-major layout.", where=f.where)


def _transposed(f: Finding, w: Wording) -> str:
    return w.say(
        "`{where}` has the right numbers with two axes swapped: expected `{expected}`, got `{got}`.",
        where=f.where,
        expected=f.expected,
        got=f.got,
    )


def _other_order(f: Finding, w: Wording) -> str:
    return w.say(
        "`{where}` has the right numbers in another order: expected `{expected}`, got `{got}`.",
        where=f.where,
        expected=f.expected,
        got=f.got,
    )


def _names_other_order(f: Finding, w: Wording) -> str:
    return w.say(
        "In `{where}` the names stand in another order: expected `{expected}`, got `{got}`.",
        where=f.where,
        expected=f.expected,
        got=f.got,
    )


def _other_shape(f: Finding, w: Wording) -> str:
    return w.say(
        "`{where}` has the right numbers in another shape: expected `{expected}`, got `{got}`.",
        where=f.where,
        expected=f.expected,
        got=f.got,
    )


def _scaled(f: Finding, w: Wording) -> str:
    return w.say(
        "`{where}` is {factor} times what it should be: expected `{expected}`, got `{got}`.",
        where=f.where,
        factor=next(iter(f.names), "?"),
        expected=f.expected,
        got=f.got,
    )


def _not_tied(f: Finding, w: Wording) -> str:
    return w.say("In `{where}` these should be one and the same parameter: {names}.", where=f.where, names=_names(f, w))


def _tied(f: Finding, w: Wording) -> str:
    return w.say(
        "In `{where}` these should not be one and the same parameter: {names}.", where=f.where, names=_names(f, w)
    )


def _gradient_missing(f: Finding, w: Wording) -> str:
    return w.say("`{where}` has no gradient; it should have one.", where=f.where)


def _gradient_unexpected(f: Finding, w: Wording) -> str:
    return w.say("`{where}` has a gradient; it should have none.", where=f.where)


def _raised(f: Finding, w: Wording) -> str:
    if f.where == LEARNER_FILE:
        return _with_line(f.got, f, w)
    what = f.got.rstrip(".")
    if f.line is not None:
        return w.say("`{where}` could not be made: line {line} raised {what}.", where=f.where, line=f.line, what=what)
    return w.say("Looking at `{where}` raised {what}.", where=f.where, what=what)


def _should_have_raised(f: Finding, w: Wording) -> str:
    return w.say("`{where}` should have raised {expected}, and did not.", where=f.where, expected=f.expected)


def _rule_broken(f: Finding, w: Wording) -> str:
    if f.line is None:
        return w.say("The code must call `{where}`, and does not.", where=f.where)
    return w.say("Line {line} uses `{where}`, which this exercise does without.", line=f.line, where=f.where)


_DIAGNOSED: dict[Diagnosis, Callable[[Finding, Wording], str]] = {
    Diagnosis.MISSING_NAME: _missing_name,
    Diagnosis.NOT_DEFINED_YET: _not_defined_yet,
    Diagnosis.WRONG_TYPE: _wrong_type,
    Diagnosis.PLAIN_TENSOR: _plain_tensor,
    Diagnosis.FROZEN_TOO_LITTLE: _frozen_too_little,
    Diagnosis.FROZEN_TOO_MUCH: _frozen_too_much,
    Diagnosis.FROZEN_TOO_MUCH_AND_TOO_LITTLE: _frozen_both,
    Diagnosis.NAMES_MISSING: _names_missing,
    Diagnosis.NAMES_EXTRA: _names_extra,
    Diagnosis.WRONG_MODE: _wrong_mode,
    Diagnosis.COPY_NOT_VIEW: _copy_not_view,
    Diagnosis.VIEW_NOT_COPY: _view_not_copy,
    Diagnosis.NOT_CONTIGUOUS: _not_contiguous,
    Diagnosis.TRANSPOSED: _transposed,
    Diagnosis.SAME_NUMBERS_OTHER_ORDER: _other_order,
    Diagnosis.NAMES_OTHER_ORDER: _names_other_order,
    Diagnosis.SAME_NUMBERS_OTHER_SHAPE: _other_shape,
    Diagnosis.SCALED: _scaled,
    Diagnosis.NOT_TIED: _not_tied,
    Diagnosis.TIED_UNEXPECTEDLY: _tied,
    Diagnosis.GRADIENT_MISSING: _gradient_missing,
    Diagnosis.GRADIENT_UNEXPECTED: _gradient_unexpected,
    Diagnosis.RAISED: _raised,
    Diagnosis.SHOULD_HAVE_RAISED: _should_have_raised,
    Diagnosis.RULE_BROKEN: _rule_broken,
}

_ASPECTS: dict[Aspect, Callable[[Wording], str]] = {
    Aspect.TYPE: lambda w: w.say("Type"),
    Aspect.VALUE: lambda w: w.say("Value"),
    Aspect.SHAPE: lambda w: w.say("Shape"),
    Aspect.DTYPE: lambda w: w.say("dtype"),
    Aspect.DEVICE: lambda w: w.say("Device"),
    Aspect.STRIDE: lambda w: w.say("Strides"),
    Aspect.CONTIGUOUS: lambda w: w.say("Contiguity"),
    Aspect.REQUIRES_GRAD: lambda w: w.say("requires_grad"),
    Aspect.IS_LEAF: lambda w: w.say("Leaf or not"),
    Aspect.IS_PARAMETER: lambda w: w.say("Parameter or not"),
    Aspect.GRAD_FN: lambda w: w.say("grad_fn"),
    Aspect.GRADIENT: lambda w: w.say("Gradient"),
    Aspect.GRADIENT_STATE: lambda w: w.say("Gradient (absent, zero or not)"),
    Aspect.PARAMETERS: lambda w: w.say("Names of the parameters"),
    Aspect.TRAINABLE: lambda w: w.say("Trainable parameters"),
    Aspect.BUFFERS: lambda w: w.say("Names of the buffers"),
    Aspect.CHILDREN: lambda w: w.say("Names of the children"),
    Aspect.MODE: lambda w: w.say("Mode (train or eval)"),
    Aspect.STATE_KEYS: lambda w: w.say("Keys of the state_dict"),
    Aspect.TIED: lambda w: w.say("Tied parameters"),
    Aspect.GROUPS: lambda w: w.say("Parameter groups"),
    Aspect.HYPERPARAMETERS: lambda w: w.say("Hyper-parameters"),
    Aspect.SHARING: lambda w: w.say("Shared memory"),
    Aspect.IDENTITY: lambda w: w.say("Same object or not"),
    Aspect.RULE: lambda w: w.say("Rule"),
    Aspect.NAME: lambda w: w.say("Name"),
    Aspect.ERROR: lambda w: w.say("Error"),
}
