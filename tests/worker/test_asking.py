"""What the instructor's code calls by a built-in name is Python's, though the learner has called something else so."""

from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import Observation, Truth, Whole, Words
from quizapp.worker.execution import execute


def seen(code: str, expression: str, probe: str = "") -> Observation:
    return execute(Program(code=code, probe=probe, observe=(expression,))).observations[expression]


def test_a_call_of_a_hidden_function_is_one_of_pythons() -> None:
    assert seen("len = list = 'mine'\nx = (1, 2)", "len(list(x))") == Whole("2")
    assert seen("len = 'mine'", "n", probe="n = [len(each) for each in ('abc',)][0]") == Whole("3")


def test_what_isinstance_asks_for_is_pythons_type() -> None:
    assert seen("dict = isinstance = 'mine'\nx = {}", "isinstance(x, (list, dict))") == Truth(True)


def test_the_learners_variable_is_seen_by_its_name() -> None:
    assert seen("type = 'cnn'\nlen = 3", "type") == Words("cnn")


def test_functions_that_an_exercise_may_ask_for_are_the_learners() -> None:
    assert seen("def sum(x): return 'mine'", "sum([1])") == Words("mine")


def test_the_learners_own_code_keeps_its_own_function() -> None:
    assert seen("def len(x): return 7\ndef f(): return len([])", "f()") == Whole("7")
