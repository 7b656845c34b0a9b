"""What comes in from a child is put together, whatever the pieces are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.sandbox.frames import BEGUN, MAGIC, PREFIX, encode_report
from quizapp.sandbox.messages import Report
from quizapp.sandbox.observation import Truth
from quizapp.sandbox.reception import KEPT_OUTPUT_BYTES, Output, Reception, Seen
from quizapp.sandbox.strictness import Unreadable

REPORT = Report(observations={"x": Truth(True)})
SENT = BEGUN + b"".join(bytes(piece) for piece in encode_report(REPORT))


def received(*pieces: bytes) -> Reception:
    reception = Reception()
    for piece in pieces:
        reception.add(piece)
    return reception


@given(st.lists(st.integers(1, len(SENT) - 1)))
def test_a_report_may_come_in_any_pieces(cuts: list[int]) -> None:
    borders = [0, *sorted(set(cuts)), len(SENT)]
    reception = received(*(SENT[start:end] for start, end in pairwise(borders)))

    assert (reception.end(), reception.report(("x",))) == (Seen.REPORT, REPORT)


@given(st.integers(0, len(SENT) - 1))
def test_a_report_that_breaks_off_is_none(length: int) -> None:
    reception = received(*([SENT[:length]] if length else []))

    assert reception.end() is {0: Seen.NOTHING, 1: Seen.NO_REPORT}.get(length, Seen.BAD_REPORT)
    with pytest.raises(Unreadable):
        reception.report(("x",))


def test_bytes_after_a_report_spoil_it() -> None:
    reception = received(SENT, b"!")

    assert (reception.end(), reception.why) == (Seen.BAD_REPORT, "bytes after the report")


def test_what_is_no_report_is_not_kept() -> None:
    reception = received(BEGUN, b"rubbish, and enough of it", *[b"more" * 1000] * 10)

    assert (reception.end(), reception.why) == (Seen.BAD_REPORT, "not a report")


def test_a_report_that_announces_too_much_is_not_waited_for() -> None:
    reception = received(BEGUN, PREFIX.pack(MAGIC, 1, 1 << 40))

    assert (reception.end(), reception.why) == (Seen.BAD_REPORT, "body too large")


def test_output_is_kept_up_to_its_limit_and_counted_beyond() -> None:
    output = Output()
    output.add(b"x" * (KEPT_OUTPUT_BYTES - 1))
    cut_before = output.is_cut
    output.add(b"yz")

    assert (cut_before, output.is_cut, output.total) == (False, True, KEPT_OUTPUT_BYTES + 1)
    assert bytes(output.kept[-2:]) == b"xy"


def test_a_traceback_says_the_line_and_is_no_report() -> None:
    reception = received(
        BEGUN, b"Fatal Python error: Abort", b'ed\n  File "os.py", line 7 in f\n  File "exercise.py", '
    )
    before = reception.line
    reception.add(b"line 12 in <module>\n")

    assert (before, reception.line, reception.end()) == (None, 12, Seen.NO_REPORT)


def test_a_traceback_that_never_ends_is_not_kept() -> None:
    reception = received(BEGUN, b"Current thread", *[b"x" * (1 << 20)] * 8)

    assert reception.line is None
    assert len(reception._traceback) <= 1 << 16
