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
    expected = "Line 1 left Python with SystemExit, so nothing was checked. Remove that call."

    assert outcome_sentence(raised("SystemExit", "0", line=1), ENGLISH) == expected


def test_an_error_in_what_is_given_is_not_the_learners_fault() -> None:
    expected = "The exercise's own code raised NameError: name 'nn' is not defined. Please tell its author."
    outcome = raised("NameError", "name 'nn' is not defined", part=Part.GIVEN)

    assert outcome_sentence(outcome, ENGLISH) == expected


def test_a_time_out_names_the_limit() -> None:
    expected = "Still running after 2.5 s, so it was stopped. Is there a loop that never ends?"

    assert outcome_sentence(Outcome(ending=Ending.TIMED_OUT), ENGLISH, seconds_allowed=2.5) == expected


def test_a_time_out_names_the_line_where_it_is_known() -> None:
    expected = "Still running after 2.5 s, in line 3, so it was stopped. Is there a loop that never ends?"

    assert outcome_sentence(Outcome(ending=Ending.TIMED_OUT, line=3), ENGLISH, seconds_allowed=2.5) == expected


def test_a_crash_names_the_line_where_it_is_known() -> None:
    sentence = outcome_sentence(Outcome(ending=Ending.CRASHED, exit_code=-11, line=3), ENGLISH)

    assert sentence.startswith("Line 3 crashed the process (SIGSEGV), ")


def test_a_crash_names_the_signal() -> None:
    sentence = outcome_sentence(Outcome(ending=Ending.CRASHED, exit_code=-11), ENGLISH)

    assert sentence.startswith("The code crashed its process (SIGSEGV), ")


def test_a_flood_names_what_is_too_much_and_how_much_of_it_is_shown() -> None:
    flood = Outcome(ending=Ending.TOO_MUCH_OUTPUT, stdout="x" * (256 << 10))
    expected = "The code printed more than 8 MiB, so it was stopped. The first 256 KiB of it are shown."

    assert outcome_sentence(flood, ENGLISH).startswith(expected)


def refused(type_name: str, number: int | None, bases: tuple[str, ...] = (), traceback: str = "") -> str:
    error = RunError(
        part=Part.CODE, type_name=type_name, message="", line=2, errno=number, bases=bases, traceback=traceback
    )
    return outcome_sentence(Outcome(ending=Ending.REFUSED, error=error), ENGLISH)


def test_a_refused_file_is_told_with_those_that_can_be_written() -> None:
    expected = "Line 2 tried to reach a file that exercises can't use. These can be written: "

    assert refused("PermissionError", 13).startswith(expected)


def test_a_refused_host_is_told_as_the_network() -> None:
    expected = "Line 2 tried to use the network. Exercises run without it."

    assert refused("URLError", None, ("URLError", "OSError")) == expected


def test_workers_of_a_data_loader_are_told_as_such() -> None:
    expected = "Line 2 starts processes: a DataLoader's workers. Exercises run without them: use `num_workers=0`."
    traceback = '  File "torch/utils/data/dataloader.py", line 1134, in __init__'

    assert refused("PermissionError", 13, traceback=traceback) == expected


def test_anything_else_that_is_refused_is_told_without_guessing() -> None:
    expected = "Line 2 tried to reach the network, another program or a file. Exercises run without them."

    assert refused("PermissionError", 1) == expected


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("ending", list(Ending))
def test_every_ending_has_a_sentence_in_every_language(ending: Ending, language: str) -> None:
    sentence = outcome_sentence(Outcome(ending=ending), Wording(language))

    assert sentence.endswith(("。", "？")) if language == "zh" else sentence.endswith((".", "?"))
