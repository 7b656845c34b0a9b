import pytest

from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.relations import compare_relations
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import ErrorSeen, Nothing, TensorSeen
from tests.judging.sample import plain, tensor

SHARES = Check(observe="y", shares_with="t")
SAME = Check(observe="y", same_as="t")


def at(storage: int, identity: int) -> TensorSeen:
    return tensor([1.0], storage=storage, identity=identity)


VIEW = {"t": at(0, 0), "y": at(0, 1)}
COPY = {"t": at(5, 3), "y": at(6, 4)}
ITSELF = {"t": at(2, 7), "y": at(2, 7)}


def test_labels_mean_something_within_a_run_only() -> None:
    assert compare_relations(SHARES, VIEW, {"t": at(8, 3), "y": at(8, 4)}) == ()
    assert compare_relations(SHARES, COPY, {"t": at(0, 3), "y": at(1, 4)}) == ()


def test_a_copy_where_a_view_was_expected_is_told() -> None:
    (finding,) = compare_relations(SHARES, VIEW, COPY)

    assert (finding.where, finding.aspect, finding.diagnosis, finding.names) == (
        "y",
        Aspect.SHARING,
        Diagnosis.COPY_NOT_VIEW,
        ("t",),
    )


def test_a_view_where_a_copy_was_expected_is_told() -> None:
    assert [each.diagnosis for each in compare_relations(SHARES, COPY, VIEW)] == [Diagnosis.VIEW_NOT_COPY]


def test_a_copy_where_the_same_object_was_expected_is_told() -> None:
    (finding,) = compare_relations(SAME, ITSELF, COPY)

    assert (finding.aspect, finding.diagnosis) == (Aspect.IDENTITY, Diagnosis.COPY_NOT_VIEW)


def test_a_view_where_the_same_object_was_expected_is_no_copy() -> None:
    assert [each.diagnosis for each in compare_relations(SAME, ITSELF, VIEW)] == [None]


def test_a_missing_name_is_told_rather_than_the_relation() -> None:
    missing = ErrorSeen("NameError", "", missing="t")

    assert [each.where for each in compare_relations(SHARES, VIEW, {**COPY, "t": missing})] == ["t"]


def test_a_value_that_is_still_none_is_told_rather_than_the_relation() -> None:
    (finding,) = compare_relations(SHARES, VIEW, {**COPY, "y": Nothing()})

    assert (finding.where, finding.diagnosis) == ("y", Diagnosis.NOT_DEFINED_YET)


def test_numbers_have_no_memory_to_share() -> None:
    with pytest.raises(ExpectationsError, match="no memory or identity"):
        compare_relations(SHARES, {"t": plain(1), "y": plain(1)}, {"t": plain(1), "y": plain(1)})
