"""Names that code binds at its top level."""

import pytest

from quizapp.judging.bindings import MOST_NAMES, names_bound_by


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("a = 1\nb, (c, *d) = 2, (3,)\na = 4", ("a", "b", "c", "d")),
        ("for i in range(3):\n    x = i", ("i", "x")),
        ("with f() as g:\n    if (n := 1): pass", ("g", "n")),
        ("import torch\nfrom a import b\ndef f():\n    x = 1\nclass C:\n    y = 1", ()),
        ("a.b = 1\na[0] = 1", ()),
        ("x = [i for i in y if (z := i)]", ("x", "z")),
        ("_ = _x = 1", ()),
        ("x = (", ()),
    ],
)
def test_names_bound(code: str, names: tuple[str, ...]) -> None:
    assert names_bound_by(code) == names


def test_only_the_first_names_count() -> None:
    assert len(names_bound_by("\n".join(f"x{i} = {i}" for i in range(100)))) == MOST_NAMES


def test_names_beside_deep_code_are_found() -> None:
    assert ("a", "b") == names_bound_by(f"a = x{'.y' * 2000}\nb = {'-' * 800}1")
