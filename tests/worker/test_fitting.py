"""What is too large for a report gives way, a trace's steps first."""

from quizapp.sandbox.frames import MAX_HEADER_BYTES, encode_report
from quizapp.sandbox.messages import Report
from quizapp.sandbox.observation import OtherSeen, Sequence, TensorSeen, Whole, Words
from quizapp.sandbox.trace import LineSeen, MadeSeen, StepSeen, TraceSeen
from quizapp.worker.fitting import fit_report

MADE = MadeSeen("x" * 100, TensorSeen(dtype="float32", shape=(2, 3)))
LINE = LineSeen(line=1, times=1, made=(MADE,))


def trace_with(steps: int, lines: int) -> TraceSeen:
    return TraceSeen(lines=(LINE,) * lines, steps=(StepSeen(line=1, made=(MADE,)),) * steps)


def header_bytes(report: Report) -> int:
    return len(encode_report(report)[1])


def test_what_fits_stays_as_it_is() -> None:
    report = Report(observations={"x": Whole("1")}, trace=trace_with(3, 3))

    assert fit_report(report) == report


def test_the_last_steps_of_a_trace_give_way() -> None:
    fitted = fit_report(Report(observations={"x": Whole("1")}, trace=trace_with(4000, 10)))

    assert fitted.trace is not None
    assert fitted.trace.lines == (LINE,) * 10
    assert 0 < len(fitted.trace.steps) < 4000
    assert header_bytes(fitted) < MAX_HEADER_BYTES


def test_what_the_lines_made_gives_way_last() -> None:
    fitted = fit_report(Report(observations={}, trace=trace_with(10, 4000)))

    assert fitted.trace == TraceSeen(lines=(LineSeen(line=1, times=1),) * 4000)


def test_a_trace_takes_no_room_from_observations_that_fit_beside_it() -> None:
    many = Sequence("list", 400, (Words("a" * 1000),) * 400)
    fitted = fit_report(Report(observations={"many": many, "more": many}, trace=trace_with(4000, 10)))

    assert sorted(map(type, fitted.observations.values()), key=str) == sorted([Sequence, OtherSeen], key=str)
    assert header_bytes(fitted) < MAX_HEADER_BYTES
