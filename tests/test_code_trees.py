"""Code is parsed in several threads at once: each gets its tree, whatever the others do."""

import gc
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from quizapp.code_trees import NOT_PARSED, expression_tree, parsed, tree_of
from quizapp.desktop.pages.exercise.live_model import can_be_parsed
from quizapp.desktop.widgets.editor.problems import defined_names, find_problems
from quizapp.packs.python_code import expression_problem

NESTED = ("x = " + "(" * 20 + "1" + " + 1)" * 20 + "\n") * 10
EXPRESSION = "(" * 20 + "1" + " + 1)" * 20
QUOTED = "".join(f"def f{number}(x: '{'list[' * 15}int{']' * 15}'): ...\n" for number in range(5))


@pytest.fixture
def threads_take_turns() -> Iterator[None]:
    """Let another thread go on whenever memory is tidied, also in the middle of a tree."""
    usual = gc.get_threshold()
    gc.callbacks.append(lambda *_: time.sleep(0))
    gc.set_threshold(50)
    yield
    gc.set_threshold(*usual)
    gc.callbacks.pop()


def defines_x(code: str) -> bool:
    return "x" in defined_names(code)


@pytest.mark.usefixtures("threads_take_turns")
def test_threads_that_parse_at_once_each_get_their_tree() -> None:
    with ThreadPoolExecutor(4) as pool:
        trees = list(pool.map(parsed, [NESTED] * 200))

    assert 200 == sum(tree is not None for tree in trees)


@pytest.mark.usefixtures("threads_take_turns")
@pytest.mark.parametrize(
    ("look", "code", "seen"),
    [
        (find_problems, NESTED, ()),
        (find_problems, QUOTED, ()),
        (defines_x, NESTED, True),
        (can_be_parsed, NESTED, True),
        (expression_problem, EXPRESSION, None),
    ],
)
def test_whoever_looks_at_code_may_do_so_while_others_do(
    look: Callable[[str], object], code: str, seen: object
) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(look, [code] * 60))

    assert [seen] * 60 == answers


@pytest.mark.parametrize("code", ["def (:", "x = '\0'", "-" * 100_000 + "1"])
def test_code_that_python_cannot_parse_has_no_tree(code: str) -> None:
    assert parsed(code) is None
    with pytest.raises(NOT_PARSED):
        tree_of(code)


def test_an_expression_is_no_statement() -> None:
    with pytest.raises(NOT_PARSED):
        expression_tree("x = 1")


def test_a_warning_about_code_is_not_for_the_app() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        assert parsed(r"'\d'") is not None


@contextmanager
def a_traceback_printed() -> Iterator[None]:
    """Print a traceback, for which Python makes a tree of its own, in the middle of the next tree."""

    def print_one(phase: str, _: object) -> None:
        phases.append(phase)
        if phases.count("stop") == 2:
            gc.callbacks.remove(print_one)
            try:
                _ = 1 / 0
            except ZeroDivisionError:
                traceback.format_exc()

    phases: list[str] = []
    usual = gc.get_threshold()
    gc.callbacks.append(print_one)
    gc.set_threshold(50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
    assert print_one not in gc.callbacks


def test_a_traceback_that_is_printed_meanwhile_does_no_harm() -> None:
    with a_traceback_printed():
        tree = parsed(NESTED * 5)

    assert tree is not None
