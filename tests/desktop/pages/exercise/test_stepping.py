"""A trace, step by step."""

from quizapp.desktop.pages.exercise.stepping import line_of_step, lines_after, values_after
from quizapp.sandbox.observation import Observation, Whole
from quizapp.sandbox.trace import LineSeen, MadeSeen, StepSeen, TraceSeen


def step(line: int, depth: int = 0, **made: str) -> StepSeen:
    return StepSeen(line=line, depth=depth, made=tuple(MadeSeen(name, Whole(value)) for name, value in made.items()))


def numbers(values: dict[str, Observation]) -> dict[str, str]:
    return {name: value.value for name, value in values.items() if isinstance(value, Whole)}


LOOP = TraceSeen(
    lines=(LineSeen(line=1, times=3), LineSeen(line=2, times=2)),
    steps=(step(1, i="0"), step(2, y="0"), step(1, i="1"), step(2, y="10"), step(1)),
)
CALL = TraceSeen(
    steps=(step(1), step(4, x="1"), step(2, 1, a="5"), step(3, 1, x="7"), step(5, y="8")),
)


def test_in_the_end_lines_are_as_they_were_last() -> None:
    assert lines_after(LOOP, None) == LOOP.lines


def test_after_some_steps_lines_have_what_they_made_by_then() -> None:
    made = (MadeSeen("y", Whole("0")),)

    assert lines_after(LOOP, 3) == (
        LineSeen(line=1, times=2, made=(MadeSeen("i", Whole("1")),)),
        LineSeen(line=2, times=1, made=made),
    )


def test_names_have_the_values_that_they_had_by_then() -> None:
    seen = [numbers(values_after(LOOP, steps)) for steps in (1, 2, 3, None)]

    assert seen == [{"i": "0"}, {"i": "0", "y": "0"}, {"i": "1", "y": "0"}, {"i": "1", "y": "10"}]


def test_a_function_has_names_of_its_own_until_it_ends() -> None:
    inside, after = values_after(CALL, 4), values_after(CALL, 5)

    assert numbers(inside) == {"x": "7", "a": "5"}
    assert numbers(after) == {"x": "1", "y": "8"}


def test_the_line_of_a_step_is_the_one_that_ran_last() -> None:
    assert [line_of_step(LOOP, steps) for steps in (1, 2, None)] == [1, 2, None]
