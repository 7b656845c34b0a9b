"""Wrong programs are derived from a right one: each is Python, is there once, and can be named."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.attacks.attack import Attack, Kind
from quizapp.classroom.attacks.derivation import choose, derive
from quizapp.classroom.attacks.rehearsal import Call, Rehearsal
from quizapp.classroom.attacks.source import Source
from quizapp.sandbox.observation import Observation, TensorSeen
from quizapp.sandbox.observation import Sequence as SequenceSeen
from tests.judging.sample import array, module, plain, tensor


def attacks_on(code: str, rehearsal: Rehearsal | None = None, right: tuple[str, ...] = ()) -> tuple[Attack, ...]:
    return derive(Source.of(code), rehearsal or Rehearsal(), right)


def changed_lines(code: str, kind: Kind, rehearsal: Rehearsal | None = None) -> list[str]:
    """What stands in the code instead, or "" where something was dropped, for each attack of a kind."""
    found = (attack for attack in attacks_on(code, rehearsal) if attack.kind is kind)
    return [" ".join(" ".join(attack.added).split()) for attack in found]


def called(value: Observation, /, **arguments: Observation) -> Rehearsal:
    return Rehearsal(calls={"f": Call(arguments, value)})


@pytest.mark.parametrize(
    ("code", "kind", "became"),
    [
        ("self.w = nn.Parameter(x)", Kind.NOT_REGISTERED, ["self.w = x"]),
        ("self.w = nn.Parameter(x)", Kind.FROZEN_OTHERWISE, ["self.w = nn.Parameter(x, requires_grad=False)"]),
        ("a = nn.ModuleList([b])", Kind.NOT_REGISTERED, ["a = [b]"]),
        ("a = nn.ModuleList()", Kind.NOT_REGISTERED, ["a = []"]),
        ('self.register_buffer("h", x)', Kind.NOT_REGISTERED, ["self.h = x"]),
        (
            'self.register_buffer("h", x)',
            Kind.OTHER_REGISTRATION,
            ["self.h = nn.Parameter(x)", 'self.register_buffer("h", x, persistent=False)'],
        ),
        ("a()\np.requires_grad = flag", Kind.FROZEN_OTHERWISE, ["", "p.requires_grad = not flag"]),
        ("a()\nm.requires_grad_(False)", Kind.FROZEN_OTHERWISE, ["", "m.requires_grad_(True)"]),
        ("net.train()", Kind.OTHER_MODE, ["net.eval()"]),
        ("net.train(flag)", Kind.OTHER_MODE, ["net.train(not flag)"]),
        ("net.eval()", Kind.OTHER_MODE, ["net.train()"]),
        ("with torch.no_grad():\n    a()", Kind.GRAPH_KEPT, ["with torch.enable_grad():"]),
        ("y = (a + b).detach()", Kind.GRAPH_KEPT, ["y = a + b"]),
        ("a()\nopt.zero_grad()", Kind.ZERO_GRAD_DROPPED, [""]),
        ("a()\nopt.step()", Kind.STEP_DROPPED, [""]),
        ("a()\nloss.backward()", Kind.BACKWARD_DROPPED, [""]),
        ("loss.backward()\nopt.step()", Kind.STATEMENTS_SWAPPED, ["opt.step()"]),
        ("if c:\n    x += 1", Kind.STATEMENT_DROPPED, ["pass", "pass"]),
        ("x = 1\nx = f(x)", Kind.STATEMENT_DROPPED, [""]),
        ("x = f(2)", Kind.STATEMENT_DROPPED, []),
        ("for p in ps:\n    a(p)", Kind.SKIPPED, ["for p in list(ps)[1:]:", "for p in list(ps)[:-1]:"]),
        ("y = x.clone().view(2)", Kind.NOT_COPIED, ["y = x.view(2)"]),
        ("import copy\ny = copy.deepcopy(x)", Kind.NOT_COPIED, ["y = x"]),
        ("y = f(x, dim=0)", Kind.KEYWORD_DROPPED, ["y = f(x)"]),
        ("y = f(a, b, c)", Kind.ARGUMENTS_SWAPPED, ["y = f(b, a, c)"]),
        ("y = x.mean()", Kind.OTHER_REDUCTION, ["y = x.sum()"]),
        ("y = (a + b) * c", Kind.OPERAND_DROPPED, ["y = (a + b)", "y = c", "y = (a) * c", "y = (b) * c"]),
        ("y = (a + b) * c", Kind.OTHER_OPERATOR, ["y = (a + b) / c", "y = (a - b) * c"]),
        ("y = a < b", Kind.OTHER_OPERATOR, ["y = a <= b"]),
        ("y = a if b else c", Kind.OTHER_CONDITION, ["y = a if True else c", "y = a if False else c"]),
        ("y = x[1]", Kind.OTHER_NUMBER, ["y = x[2]", "y = x[0]"]),
        ("y = x[-1]", Kind.OTHER_NUMBER, ["y = x[-2]", "y = x[0]"]),
        ("y = 0.1", Kind.OTHER_NUMBER, ["y = 0.2"]),
        ("y = f(True)", Kind.FLIPPED, ["y = f(False)"]),
    ],
)
def test_a_program_is_changed_in_one_place(code: str, kind: Kind, became: list[str]) -> None:
    assert became == changed_lines(code, kind)


@pytest.mark.parametrize(
    ("value", "kind", "became"),
    [
        (tensor([1.0, 2.0]), Kind.OTHER_DTYPE, ["return (x + 1).double()"]),
        (tensor([1, 2], "int64"), Kind.OTHER_DTYPE, ["return (x + 1).int()"]),
        (tensor([[1.0, 2.0], [3.0, 4.0]]), Kind.TRANSPOSED, ["return (x + 1).transpose(-1, -2)"]),
        (tensor([1.0, 2.0]), Kind.TRANSPOSED, []),
        (tensor([1.0, 2.0]), Kind.SCALAR, ["return (x + 1).mean()"]),
        (tensor(1.0), Kind.SCALAR, []),
        (tensor([1.0]), Kind.EXTRA_AXIS, ["return (x + 1).unsqueeze(0)"]),
        (tensor([1.0], requires_grad=True), Kind.DETACHED, ["return (x + 1).detach()"]),
        (tensor([1.0]), Kind.DETACHED, []),
        (array([1.0]), Kind.OTHER_DTYPE, ['return (x + 1).astype("float32")']),
        (module({}), Kind.OTHER_MODE, ["return (x + 1).eval()"]),
        (plain([1, 2]), Kind.HARD_CODED, ["return [1, 2]"]),
        (tensor([1.0]), Kind.HARD_CODED, ["import torch return torch.tensor([1.0], dtype=torch.float32)"]),
        (module({}), Kind.HARD_CODED, []),
    ],
)
def test_what_a_function_gives_is_changed_as_its_kind_allows(value: Observation, kind: Kind, became: list[str]) -> None:
    assert became == changed_lines("def f(x):\n    return x + 1\n", kind, called(value))


def test_a_result_that_shares_memory_with_what_was_handed_in_is_copied() -> None:
    shared, own = tensor([1.0], storage=7), tensor([1.0], storage=8)
    code = "def f(x):\n    return x[0]\n"

    copied = [changed_lines(code, Kind.COPIED, called(value, x=shared)) for value in (shared, own)]

    assert [["return x[0].clone()"], []] == copied


def test_each_part_of_a_tuple_is_changed_by_itself() -> None:
    code = "def f(x):\n    return x, 3\n"
    pair = SequenceSeen("tuple", 2, (tensor([1.0]), plain(3)))

    assert ["return x.unsqueeze(0), 3"] == changed_lines(code, Kind.EXTRA_AXIS, called(pair))


def test_what_a_function_was_handed_is_overwritten_once_the_result_is_there() -> None:
    handed: dict[str, Observation] = {"x": tensor([1.0]), "ys": plain([1, 2]), "n": plain(3)}
    code = "def f(x, ys, n):\n    return x + n\n"

    assert [
        "result = x + n x.data.add_(1) return result",
        "result = x + n ys.reverse() return result",
    ] == changed_lines(code, Kind.CLOBBERED, called(plain(1), **handed))


def test_a_name_that_stands_for_something_else_by_then_is_not_overwritten() -> None:
    code = "def f(x):\n    x = x + 1\n    return x\n"

    assert [] == changed_lines(code, Kind.CLOBBERED, called(tensor([2.0]), x=tensor([1.0])))


def test_the_names_of_a_plain_program_are_written_down_with_their_values() -> None:
    rehearsal = Rehearsal(names={"y": plain(3), "x": plain(1)}, own=("y",))

    assert ["import torch y = 3"] == changed_lines("y = x + 2\n", Kind.HARD_CODED, rehearsal)


def test_an_alternative_is_no_attack() -> None:
    code, right = "y = x.mean()\n", "y = x.sum()  # the same here\n"

    assert Kind.OTHER_REDUCTION not in [attack.kind for attack in attacks_on(code, right=(right,))]


def test_an_attack_is_named_by_its_kind_and_the_line_that_it_made() -> None:
    code = "def f(opt, x):\n    opt.zero_grad()\n    return x.sum( dim = 1 )\n"

    names = [attack.name for attack in attacks_on(code)]

    assert "zero-grad-dropped: opt.zero_grad()" in names
    assert "other-number: return x.sum( dim = 2 )" in names


def test_an_attack_knows_its_line_and_its_difference() -> None:
    (attack,) = (each for each in attacks_on("import torch\n\ny = x.mean()\n") if each.kind is Kind.OTHER_REDUCTION)

    assert (3, ("y = x.mean()",), ("y = x.sum()",)) == (attack.line, attack.removed, attack.added)


def test_characters_of_several_bytes_do_not_shift_a_change() -> None:
    assert ['π = "é"; y = x.sum()'] == changed_lines('π = "é"; y = x.mean()', Kind.OTHER_REDUCTION)


STATEMENTS = (
    "opt.zero_grad()",
    "loss.backward()",
    "opt.step()",
    "x = nn.Parameter(torch.zeros(2, 3))",
    "y = (a - b) * c ** 2",
    "for p in net.parameters(): p.requires_grad = False",
    "with torch.no_grad():\n    w += 1",
    "if a < 1 and not b:\n    z = [q.clone() for q in r if q]",
    "def f(x):\n    return x.view(-1, 2), True",
    "class C(nn.Module):\n    def __init__(self):\n        super().__init__()",
    'é = f"{x:>3}"',
)


@given(st.lists(st.sampled_from(STATEMENTS), max_size=6).map("\n".join))
def test_every_attack_is_python_and_there_once(code: str) -> None:
    trees = [ast.dump(ast.parse(text)) for text in (code, *(attack.code for attack in attacks_on(code)))]

    assert len(trees) == len(set(trees))


def test_few_attacks_are_all_chosen() -> None:
    attacks = attacks_on("y = x.mean() + 1\n")

    assert attacks == choose(attacks, len(attacks))


def test_of_many_attacks_each_kind_gets_its_share() -> None:
    attacks = attacks_on("opt.step()\ny = " + " + ".join(f"x[{number}]" for number in range(1, 20)) + "\n")

    chosen = choose(attacks, 6)

    assert 6 == len(chosen) < len(attacks)
    assert {attack.kind for attack in attacks} == {attack.kind for attack in chosen}
    assert chosen == choose(attacks, 6)


def test_a_tensor_that_was_not_captured_is_not_written_down() -> None:
    unseen = TensorSeen(dtype="float32", shape=(2,))

    assert [] == changed_lines("def f(x):\n    return x\n", Kind.HARD_CODED, called(unseen))
