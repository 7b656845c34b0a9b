"""Which pictures suit which value."""

import numpy as np
from msgspec.structs import replace

from quizapp.desktop.widgets.inspector.kinds import Kind, kinds_for
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.observation import ArraySeen, ModuleSeen, SubmoduleSeen, Values, Whole
from tests.desktop.widgets.inspector.seen import subject, tensor


def test_a_small_tensor_is_shown_by_its_values() -> None:
    assert kinds_for(subject("x", np.zeros((3, 4)))) == (Kind.VALUES,)


def test_a_large_tensor_is_first_summarised() -> None:
    assert kinds_for(subject("x", np.zeros((100, 100)))) == (Kind.SUMMARY, Kind.VALUES)


def test_what_was_expected_and_gradients_have_pictures_of_their_own() -> None:
    got = replace(tensor(np.zeros((2, 2))), gradient=tensor(np.ones((2, 2))))

    assert kinds_for(Subject("x", got, got)) == (Kind.VALUES, Kind.DIFFERENCE, Kind.GRADIENT)


def test_a_gradient_that_is_missing_is_shown_as_missing() -> None:
    expected = replace(tensor(np.zeros((2, 2))), gradient=tensor(np.ones((2, 2))))

    assert Kind.GRADIENT in kinds_for(Subject("x", tensor(np.zeros((2, 2))), expected))


def test_a_logged_series_is_first_of_all_a_curve() -> None:
    series = ArraySeen(dtype="float64", shape=(3,), values=Values(bytes(24)))

    assert kinds_for(Subject("loss", series)) == (Kind.CURVE, Kind.VALUES)


def test_a_module_is_a_tree_and_one_with_an_embedding_shows_that_too() -> None:
    plain = ModuleSeen(type_name="Net", training=True, submodules=(), parameters=(), buffers=())
    embedding = replace(plain, submodules=(SubmoduleSeen("e", "Embedding", True),))

    assert kinds_for(Subject("net", plain)) == (Kind.TREE,)
    assert kinds_for(Subject("net", embedding)) == (Kind.TREE, Kind.EMBEDDING)


def test_anything_else_is_a_plain_value() -> None:
    assert kinds_for(Subject("n", Whole("3"))) == (Kind.PLAIN,)
