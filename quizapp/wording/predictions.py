"""What is asked before a run, what can be said to it, and what the run shows, in the reader's language."""

from quizapp.judging.predictions import NoGradient, Reality
from quizapp.message import Message, message
from quizapp.packs.model import Asked, Prediction
from quizapp.wording.speech import Wording


def prediction_question(prediction: Prediction, wording: Wording) -> str:
    """Return what is asked, in Markdown: the instructor's words, else words made from what is observed."""
    if prediction.says is not None:
        return prediction.says.read(wording.language)
    return wording.sentence(Message(_QUESTIONS[prediction.asks].template, _values(prediction)))


def choice_words(asks: Asked, choice: str, wording: Wording) -> str:
    """Return one of `packs.model.CHOICES` in words."""
    return wording.sentence(_CHOICES[asks][choice])


def said_words(prediction: Prediction, said: str, wording: Wording) -> str:
    """Return what the learner said in words: a shape as it was typed, or the choice."""
    return said.strip() if prediction.asks is Asked.SHAPE else choice_words(prediction.asks, said, wording)


def reality_sentence(prediction: Prediction, reality: Reality, wording: Wording) -> str:
    """Say what is, and of a gradient that is None also why."""
    if reality.no_gradient is not None:
        template = _NO_GRADIENT[reality.no_gradient].template
    else:
        template = _REALITIES[prediction.asks, "" if prediction.asks is Asked.SHAPE else reality.answer].template
    return wording.sentence(Message(template, {**_values(prediction), "shape": reality.answer}))


def unseen_sentence(prediction: Prediction, wording: Wording) -> str:
    """Say that a run did not make what was asked about."""
    if prediction.shares_with is None:
        return wording.say("In this run there was no tensor `{name}` to look at.", name=prediction.observe)
    return wording.say(
        "In this run `{one}` and `{other}` were not both tensors.", one=prediction.observe, other=prediction.shares_with
    )


def _values(prediction: Prediction) -> dict[str, str | int | float]:
    return {"name": prediction.observe, "one": prediction.observe, "other": prediction.shares_with or ""}


_QUESTIONS = {
    Asked.SHAPE: message("Which shape will `{name}` have?"),
    Asked.GRADIENT: message("What will `{name}.grad` hold?"),
    Asked.SHARING: message("Will `{one}` and `{other}` share memory?"),
}

_CHOICES = {
    Asked.GRADIENT: {
        "absent": message("No gradient (None)"),
        "zero": message("Only zeros"),
        "nonzero": message("Numbers that are not all zero"),
    },
    Asked.SHARING: {"yes": message("Yes"), "no": message("No")},
}

_REALITIES = {
    (Asked.SHAPE, ""): message("`{name}` has the shape `{shape}`."),
    (Asked.GRADIENT, "zero"): message("`{name}.grad` holds only zeros."),
    (Asked.GRADIENT, "nonzero"): message("`{name}.grad` holds numbers that are not all zero."),
    (Asked.SHARING, "yes"): message("`{one}` and `{other}` share memory."),
    (Asked.SHARING, "no"): message("`{one}` and `{other}` do not share memory."),
}

_NO_GRADIENT = {
    NoGradient.NOT_REQUIRED: message("`{name}.grad` is `None`: the tensor does not require a gradient."),
    NoGradient.NOT_KEPT: message(
        "`{name}.grad` is `None`: the tensor is a result, and autograd keeps the gradients of leaves only."
    ),
    NoGradient.NOT_REACHED: message("`{name}.grad` is `None`: no gradient has reached it, or it was cleared."),
}
