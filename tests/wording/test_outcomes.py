"""Each way to end is one clear sentence."""

import pytest

from quizapp.sandbox.messages import Ending, Outcome, Part, RunError
from quizapp.wording import Wording
from quizapp.wording.outcomes import outcome_sentence

ENGLISH = Wording("en")


def raised(type_name: str, text: str = "", *, line: int | None = None, part: Part = Part.CODE) -> Outcome:
    error = RunError(part=part, type_name=type_name, message=text, line=line)
    return Outcome(ending=Ending.RAISED, error=error)


def test_an_exception_names_line_type_and_first_line_of_its_message() -> None:
    outcome = raised("RuntimeError", "mat1 and mat2 shapes cannot be multiplied\nmore", line=3)

    assert outcome_sentence(outcome, ENGLISH) == "Line 3: RuntimeError: mat1 and mat2 shapes cannot be multiplied"


def test_an_exception_without_a_message_is_named_alone() -> None:
    assert outcome_sentence(raised("StopIteration", line=1), ENGLISH) == "Line 1: StopIteration"


def test_a_blank_message_is_none() -> None:
    assert outcome_sentence(raised("ValueError", " \n", line=1), ENGLISH) == "Line 1: ValueError"


def test_waiting_for_the_keyboard_says_what_to_do_instead() -> None:
    expected = "Line 2 waits for the keyboard. Exercises can't ask with input(): write the value into the code."

    assert outcome_sentence(raised("EOFError", "EOF when reading a line", line=2), ENGLISH) == expected


def test_leaving_python_is_told_from_an_exception() -> None:
    expected = "The code left Python with sys.exit, so it was not checked. Remove that call."

    assert outcome_sentence(raised("SystemExit", "0", line=1), ENGLISH) == expected


def test_an_error_in_what_is_given_is_not_the_learners_fault() -> None:
    expected = "The exercise's own code raised NameError: name 'nn' is not defined. Please tell its author."
    outcome = raised("NameError", "name 'nn' is not defined", part=Part.GIVEN)

    assert outcome_sentence(outcome, ENGLISH) == expected


def test_a_time_out_names_the_limit() -> None:
    expected = "Still running after 2.5 s, so it was stopped. Is there a loop that never ends?"

    assert outcome_sentence(Outcome(ending=Ending.TIMED_OUT), ENGLISH, seconds_allowed=2.5) == expected


def test_a_crash_names_the_signal() -> None:
    expected = "The code crashed its process (SIGSEGV). Nothing else was harmed; your code is kept."

    assert outcome_sentence(Outcome(ending=Ending.CRASHED, exit_code=-11), ENGLISH) == expected


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("ending", list(Ending))
def test_every_ending_has_a_sentence_in_every_language(ending: Ending, language: str) -> None:
    sentence = outcome_sentence(Outcome(ending=ending), Wording(language))

    assert sentence.endswith(("。", "？")) if language == "zh" else sentence.endswith((".", "?"))
