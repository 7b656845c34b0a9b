"""One attempt from code to verdict, in the real sandbox, against recorded expectations."""

from pathlib import Path

import msgspec
import pytest

from quizapp.judging.expectations import Expectations, ExpectationsError
from quizapp.packs.library import Library
from quizapp.packs.model import Check, Exercise, Text, Variant
from quizapp.practice import attempt, judge_against, look, run_once, run_snippet, run_variants
from quizapp.sandbox.messages import Ending, Part
from quizapp.sandbox.observation import Whole
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.trace import MadeSeen


@pytest.fixture(scope="module")
def typo(library: Library) -> Exercise:
    item = library.find("pytorch-essentials/freezing/the-typo-that-freezes-nothing")
    assert isinstance(item, Exercise)
    return item


def doubling(folder: Path) -> Exercise:
    text = Text("en", {"en": "Set `y` to twice `x`."})
    return Exercise(
        id="p/l/doubling",
        folder=folder,
        title=text,
        prompt=text,
        starter="y = None",
        solution="y = 2 * x",
        probe="z = y + 1",
        checks=(Check(observe="y"),),
        variants=(Variant(name="small", inputs={"x": "1"}), Variant(name="large", inputs={"x": "10"})),
    )


def test_the_solution_passes(typo: Exercise, sandbox: Sandbox) -> None:
    assert attempt(typo, typo.solution, sandbox).passed


def test_the_starter_fails_and_names_what_still_trains(typo: Exercise, sandbox: Sandbox) -> None:
    verdict = attempt(typo, typo.starter, sandbox)

    assert not verdict.passed
    assert "features.0.weight" in verdict.findings[0].names


def test_a_run_leaves_out_probe_and_checks(tmp_path: Path, sandbox: Sandbox) -> None:
    outcome = run_once(doubling(tmp_path), "print(x)\nz", sandbox)

    assert (Ending.RAISED, "1\n", {}) == (outcome.ending, outcome.stdout, outcome.observations)


def test_a_run_looks_at_what_the_code_names_and_at_its_lines(tmp_path: Path, sandbox: Sandbox) -> None:
    outcome = run_once(doubling(tmp_path), "import math\na = x\nb = a + 1\ndel a", sandbox)

    assert outcome.observations == {"b": Whole("2")}
    assert outcome.trace is not None and [line.line for line in outcome.trace.lines] == [1, 2, 3, 4]


def test_a_look_sees_the_lines_that_only_the_probe_calls(tmp_path: Path, sandbox: Sandbox) -> None:
    exercise = msgspec.structs.replace(doubling(tmp_path), probe="double(x)")

    outcome = look(exercise, "def double(n):\n    return 2 * n", sandbox)

    assert outcome.observations == {}
    assert outcome.trace is not None
    assert outcome.trace.lines[-1].made == (MadeSeen("return", Whole("2")),)


def test_a_look_takes_two_seconds_at_most(tmp_path: Path, sandbox: Sandbox) -> None:
    outcome = look(doubling(tmp_path), "while True: pass", sandbox)

    assert (outcome.ending, outcome.trace) == (Ending.TIMED_OUT, None)


def test_each_variant_has_a_run_of_its_own(tmp_path: Path, sandbox: Sandbox) -> None:
    runs = run_variants(doubling(tmp_path), "y = 2 * x", sandbox)

    assert {"small": {"y": Whole("2")}, "large": {"y": Whole("20")}} == {
        name: run.observations for name, run in runs.items()
    }


def test_a_hard_coded_answer_fails_on_the_inputs_that_the_learner_does_not_see(
    tmp_path: Path, sandbox: Sandbox
) -> None:
    exercise = doubling(tmp_path)
    solved = {name: run.observations for name, run in run_variants(exercise, exercise.solution, sandbox).items()}

    verdict = judge_against(Expectations("2.13.0", solved), exercise, "y = 2", sandbox)

    assert not verdict.passed
    assert [("y", "large", "20", "2")] == [
        (finding.where, finding.variant, finding.expected, finding.got) for finding in verdict.findings
    ]
    assert {"small", "large"} == verdict.runs.keys()


def test_what_the_probe_trips_over_is_told_as_the_probes(tmp_path: Path, sandbox: Sandbox) -> None:
    error = run_variants(doubling(tmp_path), "y = None", sandbox)["small"].error

    assert error is not None
    assert (Part.PROBE, "TypeError") == (error.part, error.type_name)


def test_an_exercise_that_was_never_recorded_cannot_be_judged(tmp_path: Path, sandbox: Sandbox) -> None:
    with pytest.raises(ExpectationsError, match="quizapp pack record"):
        attempt(doubling(tmp_path), "y = 2 * x", sandbox)


def test_a_snippet_prints_what_it_prints(sandbox: Sandbox) -> None:
    assert run_snippet("print(6.0)", sandbox).stdout == "6.0\n"
