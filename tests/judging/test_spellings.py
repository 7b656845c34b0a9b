import ast

import pytest

from quizapp.judging.spellings import aliases_in, attribute_of, dotted_name, resolved


def expression(code: str) -> ast.expr:
    return ast.parse(code, mode="eval").body


@pytest.mark.parametrize(
    ("code", "dotted", "attribute"),
    [
        ("torch.nn.Linear", "torch.nn.Linear", "Linear"),
        ('getattr(torch.nn, "Linear")', "torch.nn.Linear", "Linear"),
        ("x", "x", None),
        ("f().clone", None, "clone"),
        ("getattr(x, name)", None, None),
    ],
)
def test_a_chain_of_names_is_a_dotted_name(code: str, dotted: str | None, attribute: str | None) -> None:
    assert (dotted_name(expression(code)), attribute_of(expression(code))) == (dotted, attribute)


@pytest.mark.parametrize(
    ("code", "name", "stands_for"),
    [
        ("import torch.nn.functional as G", "G.relu", "torch.nn.functional.relu"),
        ("from torch import nn as n", "n.Linear", "torch.nn.Linear"),
        ("import torch.nn", "torch.nn.Linear", "torch.nn.Linear"),
        ("a = torch\nb = a", "b.clone", "torch.clone"),
        ("a = b\nb = a", "a.x", "a.x"),
        ("t = torch\nt = x", "t.clone", "t.clone"),
        ("def f(F): ...", "F.relu", "F.relu"),
        ("", "F.relu", "torch.nn.functional.relu"),
    ],
)
def test_a_name_stands_for_what_it_is_bound_to(code: str, name: str, stands_for: str) -> None:
    assert resolved(name, aliases_in(ast.parse(code))) == stands_for


def test_a_long_chain_of_names_is_a_dotted_name_too() -> None:
    chain = "x" + ".y" * 2000

    assert chain == dotted_name(expression(chain))
