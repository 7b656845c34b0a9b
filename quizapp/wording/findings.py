"""Findings and checks, said to the learner: the place, what was expected, what was got, and why it may be so."""

from quizapp.judging.printing import cut
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.markdown import plain_sentence
from quizapp.message import Message, message
from quizapp.packs.model import Aspect, Check, Exercise, Rule
from quizapp.sandbox.messages import LEARNER_FILE, RunError
from quizapp.wording.diagnoses import (
    SENTENCES,
    SENTENCES_AT_A_LINE,
    SENTENCES_OF_A_BUFFER,
    SENTENCES_OF_TWO_SIDES,
)
from quizapp.wording.speech import Wording

NAMES_SHOWN = 6


def finding_sentence(finding: Finding, wording: Wording, rules: tuple[Rule, ...] = ()) -> str:
    """Say one finding in a sentence or two, in Markdown's inline code where code is named.

    A broken rule is said in the instructor's words where `rules`, the exercise's, have some, without their emphasis.
    """
    if finding.rule is not None and finding.rule < len(rules) and (says := rules[finding.rule].says) is not None:
        return _with_line(plain_sentence(says.read(wording.language), keeps_code=True), finding, wording)
    if finding.diagnosis is Diagnosis.RAISED and finding.where == LEARNER_FILE:
        return _with_line(finding.got, finding, wording)
    values: dict[str, str | int | float] = {
        "what": aspect_name(finding.aspect, wording),
        "where": finding.where,
        "expected": finding.expected,
        "got": finding.got,
        "names": _listed(finding.names, wording),
        "also": _listed(finding.also, wording),
        "name": next(iter(finding.names), "?"),
        "second": next(iter(finding.names[1:]), "?"),
        "raised": finding.got.rstrip("."),
        "line": finding.line or 0,
    }
    return wording.sentence(Message(_template(finding).template, values))


def sentence_under_check(finding: Finding, check: Check, error: RunError | None, wording: Wording) -> str:
    """Say a finding where the words of its check stand above it; "" where they say enough.

    Where the instructor has put the check into words, what it observes may be a name that no learner has ever seen.

    Args:
        finding: of this check.
        check: what was compared.
        error: what ended the run, if anything did; it is said elsewhere.
        wording: the reader's language.
    """
    if is_of_the_run(finding, error):
        unseen = wording.say("This could not be looked at, because of the error above.")
        return unseen if check.says is None else ""
    if check.says is None or finding.diagnosis is not Diagnosis.RAISED:
        return finding_sentence(finding, wording)
    raised = finding.got.rstrip(".")
    if finding.line is None:
        return wording.say("This raised {raised}.", raised=raised)
    return wording.say("Line {line} raised {raised}.", line=finding.line, raised=raised)


def is_of_the_run(finding: Finding, error: RunError | None) -> bool:
    """Tell whether a finding only repeats what ended the run."""
    return error is not None and finding.diagnosis is Diagnosis.RAISED and finding.line == error.line


def inputs_sentence(finding: Finding, exercise: Exercise, wording: Wording) -> str | None:
    """Say with which inputs a finding was seen, to stand before it; None if they are those that the learner sees."""
    variant = next((each for each in exercise.variants[1:] if each.name == finding.variant), None)
    if variant is None or finding.rule is not None:
        return None
    if not variant.inputs:
        return wording.say("With other inputs:")
    written = (cut(f"{name} = {' '.join(expression.split())}") for name, expression in variant.inputs.items())
    inputs = wording.say(", ").join(f"`{each}`" for each in written)
    return wording.say("With {inputs}:", inputs=inputs)


def check_sentence(check: Check, wording: Wording) -> str:
    """Say what a check looks at, in Markdown: the instructor's words, else words made from what it observes."""
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


def aspect_name(aspect: Aspect, wording: Wording) -> str:
    """Return the word for one side of a value, as it starts a sentence."""
    return wording.sentence(_ASPECTS[aspect])


def _with_line(text: str, finding: Finding, wording: Wording) -> str:
    return text if finding.line is None else wording.say("Line {line}: {what}", line=finding.line, what=text)


def _listed(names: tuple[str, ...], wording: Wording) -> str:
    """List names, a few of them where there are many."""
    shown = wording.say(", ").join(f"`{name}`" for name in names[:NAMES_SHOWN])
    rest = len(names) - NAMES_SHOWN
    if rest <= 0:
        return shown
    return wording.say_many("{names} and {count} more", "{names} and {count} more", rest, names=shown)


def _template(finding: Finding) -> Message:
    """Return the sentence for a finding, its fields still open."""
    if finding.diagnosis is None:
        return _DIFFERS
    if finding.line is not None and finding.diagnosis in SENTENCES_AT_A_LINE:
        return SENTENCES_AT_A_LINE[finding.diagnosis]
    if finding.aspect is Aspect.BUFFERS and finding.diagnosis in SENTENCES_OF_A_BUFFER:
        return SENTENCES_OF_A_BUFFER[finding.diagnosis]
    if finding.also and finding.diagnosis in SENTENCES_OF_TWO_SIDES:
        return SENTENCES_OF_TWO_SIDES[finding.diagnosis]
    return SENTENCES.get(finding.diagnosis, _DIFFERS)


_DIFFERS = message("{what} of `{where}`: expected `{expected}`, got `{got}`.")

_ASPECTS = {
    Aspect.TYPE: message("Type"),
    Aspect.VALUE: message("Value"),
    Aspect.SHAPE: message("Shape"),
    Aspect.DTYPE: message("dtype"),
    Aspect.DEVICE: message("Device"),
    Aspect.STRIDE: message("Strides"),
    Aspect.CONTIGUOUS: message("Contiguity"),
    Aspect.REQUIRES_GRAD: message("requires_grad"),
    Aspect.IS_LEAF: message("Leaf or not"),
    Aspect.IS_PARAMETER: message("Parameter or not"),
    Aspect.GRAD_FN: message("grad_fn"),
    Aspect.VERSION: message("Writes in place"),
    Aspect.OFFSET: message("Offset in memory"),
    Aspect.LAYOUT: message("Layout"),
    Aspect.GRADIENT: message("Gradient"),
    Aspect.GRADIENT_STATE: message("Gradient (absent, zero or not)"),
    Aspect.PARAMETERS: message("Names of the parameters"),
    Aspect.TRAINABLE: message("Trainable parameters"),
    Aspect.BUFFERS: message("Names of the buffers"),
    Aspect.CHILDREN: message("Names of the children"),
    Aspect.MODE: message("Mode (train or eval)"),
    Aspect.STATE_KEYS: message("Keys of the state_dict"),
    Aspect.TIED: message("Tied parameters"),
    Aspect.SETTINGS: message("Settings of the layers"),
    Aspect.GROUPS: message("Parameter groups"),
    Aspect.HYPERPARAMETERS: message("Hyper-parameters"),
    Aspect.STATE: message("State of the optimizer"),
    Aspect.SHARING: message("Shared memory"),
    Aspect.IDENTITY: message("Same object or not"),
    Aspect.RULE: message("Rule"),
    Aspect.NAME: message("Name"),
    Aspect.ERROR: message("Error"),
}
