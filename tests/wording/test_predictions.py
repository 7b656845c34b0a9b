"""What is asked before a run and what the run shows, in words."""

import pytest

from quizapp.judging.predictions import NoGradient, Reality
from quizapp.packs.model import CHOICES, Asked, Prediction, Text
from quizapp.wording import Wording
from quizapp.wording.predictions import (
    choice_words,
    prediction_question,
    reality_sentence,
    said_words,
    unseen_sentence,
)

ENGLISH = Wording("en")
SHAPE = Prediction(observe="y", asks=Asked.SHAPE)
GRADIENT = Prediction(observe="w", asks=Asked.GRADIENT)
SHARING = Prediction(observe="y", asks=Asked.SHARING, shares_with="x")


def test_what_the_instructor_did_not_put_into_words_is_asked_in_ours() -> None:
    assert [prediction_question(each, ENGLISH) for each in (SHAPE, GRADIENT, SHARING)] == [
        "Which shape will `y` have?",
        "What will `w.grad` hold?",
        "Will `y` and `x` share memory?",
    ]


def test_the_instructor_s_words_come_first() -> None:
    prediction = Prediction(observe="y", asks=Asked.SHAPE, says=Text("en", {"en": "How large?", "zh": "多大？"}))

    assert [prediction_question(prediction, Wording(language)) for language in ("en", "zh")] == ["How large?", "多大？"]


def test_a_shape_is_repeated_as_it_was_typed_and_a_choice_in_words() -> None:
    assert (said_words(SHAPE, " 3,2 ", ENGLISH), said_words(SHARING, "no", ENGLISH)) == ("3,2", "No")


def test_what_is_stands_in_a_sentence() -> None:
    assert [
        reality_sentence(SHAPE, Reality("(3, 2)"), ENGLISH),
        reality_sentence(GRADIENT, Reality("zero"), ENGLISH),
        reality_sentence(SHARING, Reality("no"), ENGLISH),
    ] == [
        "`y` has the shape `(3, 2)`.",
        "`w.grad` holds only zeros.",
        "`y` and `x` do not share memory.",
    ]


@pytest.mark.parametrize("reason", NoGradient)
def test_a_gradient_that_is_none_has_a_reason(reason: NoGradient) -> None:
    sentence = reality_sentence(GRADIENT, Reality("absent", reason), ENGLISH)

    assert sentence.startswith("`w.grad` is `None`: ")


def test_every_choice_has_words_and_a_sentence_of_its_own() -> None:
    every = [(asks, choice) for asks, choices in CHOICES.items() for choice in choices if choice != "absent"]
    sentences = [
        reality_sentence(GRADIENT if asks is Asked.GRADIENT else SHARING, Reality(choice), ENGLISH)
        for asks, choice in every
    ]

    assert len({choice_words(asks, choice, ENGLISH) for asks, choice in every}) == len(every) == len(set(sentences))


def test_what_a_run_did_not_make_is_named() -> None:
    assert [unseen_sentence(each, ENGLISH) for each in (SHAPE, SHARING)] == [
        "In this run there was no tensor `y` to look at.",
        "In this run `y` and `x` were not both tensors.",
    ]
