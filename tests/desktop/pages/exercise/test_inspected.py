"""Which values there are to inspect."""

from pathlib import Path

from quizapp.desktop.pages.exercise.inspected import (
    Inspected,
    Source,
    subject_of_finding,
    subjects_of_check,
    subjects_of_run,
    with_series,
)
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.expectations import Expectations
from quizapp.judging.verdict import Finding, Verdict
from quizapp.packs.model import Aspect, Check, Exercise, Text, Variant
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.observation import ArraySeen, ErrorSeen, Observation, Whole
from quizapp.sandbox.trace import MadeSeen, SeriesSeen, StepSeen, TraceSeen

WORDS = Text("en", {"en": "words"})
EXERCISE = Exercise(
    id="p/l/e",
    folder=Path(),
    title=WORDS,
    prompt=WORDS,
    starter="",
    solution="",
    checks=(Check(observe="a"), Check(observe="b", shares_with="c"), Check(observe="lost")),
    variants=(Variant(name="first"), Variant(name="second")),
)
CURVE = ArraySeen(dtype="float64", shape=(2,))
TRACE = TraceSeen(
    steps=(
        StepSeen(line=1, made=(MadeSeen("x", Whole("1")),)),
        StepSeen(line=2, made=(MadeSeen("x", Whole("2")),)),
    ),
    series=(SeriesSeen(line=2, name="loss", values=CURVE),),
)


def outcome(**values: str) -> Outcome:
    seen: dict[str, Observation] = {name: Whole(value) for name, value in values.items()}
    return Outcome(ending=Ending.FINISHED, observations=seen)


def finding(check: int | None, variant: str = "first") -> Finding:
    return Finding(where="x", aspect=Aspect.VALUE, expected="1", got="2", check=check, variant=variant)


def verdict(*findings: Finding) -> Verdict:
    runs = {"first": outcome(a="1", b="2", c="3"), "second": outcome(a="4", b="5", c="6")}
    return Verdict(passed=not findings, outcome=runs["first"], findings=findings, runs=runs)


EXPECTATIONS = Expectations("2.13", {"first": {"a": Whole("9")}, "second": {"b": Whole("8")}})


def test_what_fails_in_a_variant_comes_first_beside_what_is_expected() -> None:
    by_variant = dict(subjects_of_check(EXERCISE, verdict(finding(1, "second")), EXPECTATIONS))

    assert by_variant == {
        "first": (Subject("a", Whole("1"), Whole("9")), Subject("b", Whole("2")), Subject("c", Whole("3"))),
        "second": (Subject("b", Whole("5"), Whole("8")), Subject("a", Whole("4")), Subject("c", Whole("6"))),
    }


def names(inspected: Inspected) -> list[str]:
    return [subject.name for subject in inspected.subjects]


def test_after_a_check_the_variant_in_which_it_fails_is_shown() -> None:
    failed = verdict(finding(1, "second"))

    shown = Inspected().after_check(failed, subjects_of_check(EXERCISE, failed, EXPECTATIONS))

    assert (shown.variant, names(shown)) == ("second", ["b", "a", "c"])


def test_a_finding_of_another_variant_can_be_looked_at() -> None:
    failed = verdict(finding(0), finding(1, "second"))
    shown = Inspected().after_check(failed, subjects_of_check(EXERCISE, failed, EXPECTATIONS))

    assert names(shown.with_variant("second")) == ["b", "a", "c"]


def test_after_a_run_its_own_names_are_shown() -> None:
    assert names(Inspected().after_run(outcome(x="1"))) == ["x"]


def test_a_run_that_observed_nothing_shows_what_its_lines_made() -> None:
    assert subjects_of_run(Outcome(ending=Ending.FINISHED, trace=TRACE)) == (Subject("x", Whole("2")),)


def test_while_typing_the_names_of_the_trace_and_its_series_are_shown() -> None:
    shown = Inspected().after_look(TRACE, None, is_news=True)

    assert shown.subjects == (Subject("x", Whole("2")), Subject("loss", CURVE))


def test_while_stepping_names_have_their_values_of_then() -> None:
    shown = Inspected().after_run(outcome(y="1")).after_look(TRACE, 1, is_news=False)

    assert shown.subjects == (Subject("x", Whole("1")),)


def test_a_look_at_code_that_was_checked_only_adds_its_series() -> None:
    passed = verdict()
    shown = Inspected().after_check(passed, subjects_of_check(EXERCISE, passed, EXPECTATIONS))

    looked = shown.after_look(TRACE, None, is_news=False)

    assert (looked.source, names(looked)) == (Source.CHECK, ["a", "b", "c", "loss"])


def test_a_look_at_newer_code_replaces_what_was_checked() -> None:
    shown = Inspected().after_run(outcome(y="1")).after_look(TRACE, None, is_news=True)

    assert names(shown) == ["x", "loss"]


def test_a_scalar_is_shown_with_all_its_values_unless_it_is_judged() -> None:
    judged, plain = Subject("loss", Whole("1"), Whole("2")), Subject("loss", Whole("1"))

    assert with_series((judged,), TRACE) == (judged,)
    assert with_series((plain,), TRACE) == (Subject("loss", CURVE),)


def test_a_finding_leads_to_the_value_of_its_check_if_there_is_one() -> None:
    runs = {"first": Outcome(ending=Ending.FINISHED, observations={"a": Whole("1"), "b": ErrorSeen("E", "no")})}
    judged = Verdict(passed=False, outcome=runs["first"], runs=runs)

    found = [subject_of_finding(EXERCISE, finding(check), judged) for check in (0, 1, 2, None)]

    assert found == ["a", "", "", ""]
