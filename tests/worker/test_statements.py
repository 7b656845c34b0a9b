"""What a statement makes and which lines are its own, from its text alone."""

import pytest

from quizapp.worker.statements import Index, Place, Statement, statements_of


def names_on(source: str, line: int = 1) -> list[str]:
    return [place.names[-1] for place in statements_of(source)[line].places]


def extent(statement: Statement) -> tuple[int, int]:
    return statement.line, statement.end


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a = b, c = f(d)", ["a", "b", "c"]),
        ("[a, *b] = c", ["a", "b"]),
        ("a.b.c += 1", ["a.b.c"]),
        ("a[i].b = 1", []),
        ("a[0]['b'].c = 1", ["a[0]['b'].c"]),
        ("a[i, 1:] = 1", ["a"]),
        ("f(x := 1, [y := i for i in z])", ["x", "y"]),
        ("f(lambda: (x := 1))", []),
        ("a: int", []),
        ("async def f(): pass", []),
        ("from a import b", []),
        ("torch.mm(a, b, out=c)", ["c", "torch"]),
        ("a.b_(1).c_(2)", ["a"]),
        ("nn.init.zeros_(net.weight)", ["nn.init", "net.weight"]),
        ("f(x).g()", []),
        ("_ = 1", []),
        ("a = 1; b = 2", ["a", "b"]),
        ("try:\n    pass\nexcept E as e:\n    pass", []),
    ],
)
def test_names_that_a_line_may_make(source: str, names: list[str]) -> None:
    assert names_on(source) == names


def test_a_place_knows_how_each_step_is_written() -> None:
    (place,) = statements_of("net[0].weight.requires_grad = False")[1].places

    assert place == Place(
        root="net",
        steps=(Index(0), "weight", "requires_grad"),
        names=("net", "net[0]", "net[0].weight", "net[0].weight.requires_grad"),
    )


def test_a_statement_over_several_lines_is_one() -> None:
    table = statements_of("x = f(\n    1,\n)\ny = 2")

    assert table[1] is table[2] is table[3]
    assert (extent(table[1]), extent(table[4])) == ((1, 3), (4, 4))


def test_heads_end_before_what_is_in_them() -> None:
    table = statements_of("@a\ndef f(x,\n      y):\n    return x\nfor i in (\n    1, 2\n):\n    pass")

    assert [extent(table[line]) for line in (1, 4, 5, 8)] == [(1, 3), (4, 4), (5, 7), (8, 8)]
    assert table[5].body == (8, 8)


def test_a_case_makes_its_names() -> None:
    assert names_on("match a:\n    case [b, *c]:\n        pass", 2) == ["b", "c"]


def test_statements_know_the_function_that_they_stand_in() -> None:
    table = statements_of("x = 1\ndef f():\n    if x:\n        y = 2\n    def g():\n        return y")

    assert [table[line].scope for line in (1, 2, 3, 4, 5, 6)] == [0, 0, 2, 2, 2, 5]
