"""What recording again would change, as an author reads it."""

from msgspec.structs import replace

from quizapp.classroom.record_changes import RecordChange, changes_between
from quizapp.classroom.record_words import change_lines, trait_sentence
from quizapp.judging.expectations import Expectations
from quizapp.judging.signature import Signature, Trait
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import Whole
from quizapp.wording import Wording
from tests.desktop.desk import EXERCISE

ENGLISH, CHINESE = Wording("en"), Wording("zh")

OTHER_SHAPE = Trait(where="y", aspect=Aspect.SHAPE, got="(4, 1)", check=0, diagnosis=Diagnosis.SAME_NUMBERS_OTHER_SHAPE)


def test_a_value_is_told_with_its_place_and_both_sides() -> None:
    change = RecordChange(where="wide: y", before="1", after="2")

    assert list(change_lines(change, EXERCISE, ENGLISH)) == ["wide: y", "  - 1", "  + 2"]


def test_of_many_numbers_it_is_told_how_many_differ() -> None:
    change = RecordChange(where="y[2]", before="3", after="9", differing=2, numbers=4)

    first, *_ = change_lines(change, EXERCISE, ENGLISH)

    assert first == "y[2]  (2 of 4 numbers differ, this one most)"


def test_what_a_mistake_is_recognised_by_is_told_in_words_and_only_where_it_differs() -> None:
    same, other = Trait(where="z", aspect=Aspect.VALUE, got="1", check=1), replace(OTHER_SHAPE, diagnosis=None)
    before = Expectations("2.13.0", {"default": {"x": Whole("1")}}, {"cat": Signature((OTHER_SHAPE, same))})
    after = Expectations("2.13.0", {"default": {"x": Whole("1")}}, {"cat": Signature((other, same))})

    (change,) = changes_between(before, after)

    assert list(change_lines(change, EXERCISE, ENGLISH)) == [
        "What the mistake cat is recognised by",
        "  - `y` has the right numbers in another shape: expected `…`, got `(4, 1)`.",
        "  + Shape of `y`: expected `…`, got `(4, 1)`.",
    ]


def test_it_is_told_in_the_authors_language() -> None:
    assert trait_sentence(replace(OTHER_SHAPE, diagnosis=None), EXERCISE, CHINESE) != trait_sentence(
        replace(OTHER_SHAPE, diagnosis=None), EXERCISE, ENGLISH
    )


def test_no_diagnosis_has_a_sentence_with_a_gap() -> None:
    said = [
        trait_sentence(replace(OTHER_SHAPE, diagnosis=diagnosis, names=("0", "1")), EXERCISE, ENGLISH)
        for diagnosis in Diagnosis
    ]

    assert [sentence for sentence in said if ": ." in sentence or "``" in sentence or "got ." in sentence] == []
