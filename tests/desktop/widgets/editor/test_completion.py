"""Words offered at a place in the code."""

import pytest

from quizapp.desktop.widgets.editor.completion import complete, is_after_dot

IMPORTS = "import torch\nimport torch.nn as nn\nfrom torch import optim\nimport torch.nn.functional as F\n"


def words(before: str, given: str = IMPORTS) -> tuple[str, ...]:
    return complete(before, given=given).words


@pytest.mark.parametrize(
    ("before", "fitting", "not_fitting"),
    [
        ("torch.", "zeros_like", "Linear"),
        ("nn.", "Linear", "zeros_like"),
        ("nn.functional.", "cross_entropy", "Linear"),
        ("F.", "cross_entropy", "Linear"),
        ("optim.", "SGD", "Linear"),
        ("x = torch.ones(2)\nx.", "unsqueeze", "named_parameters"),
        ("net = nn.Linear(2, 3)\nnet.", "named_parameters", "unsqueeze"),
        ("w = nn.Parameter(torch.ones(2))\nw.", "requires_grad", "named_parameters"),
        ("opt = torch.optim.Adam(p)\nopt.", "zero_grad", "unsqueeze"),
        ("s = optim.lr_scheduler.StepLR(opt, 3)\ns.", "get_last_lr", "zero_grad"),
        ("for p in model.parameters():\n    p.", "requires_grad_", "named_parameters"),
        ("for n, p in model.named_parameters():\n    p.", "requires_grad_", "named_parameters"),
        ("for m in model.modules():\n    m.", "eval", "unsqueeze"),
    ],
)
def test_what_stands_after_a_dot_depends_on_what_stands_before(before: str, fitting: str, not_fitting: str) -> None:
    offered = words(before)

    assert (fitting in offered, not_fitting in offered) == (True, False)


def test_something_unknown_may_be_a_tensor_or_a_module() -> None:
    assert {"unsqueeze", "named_parameters"} <= set(words("thing."))


def test_an_object_of_an_own_class_has_what_the_class_hangs_on_self() -> None:
    given = (
        IMPORTS + "class Net(nn.Module):\n    def __init__(self):\n        self.head = nn.Linear(1, 2)\nnet = Net()\n"
    )

    assert {"head", "train"} <= set(words("net.", given))


def test_a_misspelt_attribute_is_not_learnt() -> None:
    assert "require_grad" not in words("for p in net.parameters():\n    p.require_grad = False\n    p.")


def test_without_a_dot_names_of_the_code_come_before_pythons() -> None:
    offered = words("zebra = 1\nze")

    assert offered.index("zebra") < offered.index("while")


def test_what_is_given_is_offered_too() -> None:
    assert "new_model" in words("m = new", "def new_model(): ...")


def test_the_typed_part_is_the_prefix_and_is_not_offered_itself() -> None:
    offered = complete("x = torch.zer")

    assert offered.prefix == "zer"
    assert "zer" not in offered.words


def test_words_in_strings_and_comments_are_not_names() -> None:
    offered = words("s = 'quokka'  # wombat\nq")

    assert {"quokka", "wombat"} & set(offered) == set()


@pytest.mark.parametrize(
    ("line", "expected"),
    [("x.", True), ("f(x).", True), ("x[0].", True), ("1.", False), ("1e5.", False), (".", False), ("x", False)],
)
def test_a_dot_after_a_number_is_no_attribute(line: str, expected: bool) -> None:
    assert is_after_dot(line) is expected
