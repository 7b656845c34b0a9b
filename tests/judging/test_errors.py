from quizapp.judging.compare import compare
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import ErrorSeen
from tests.judging.sample import plain, tensor

X = Check(observe="net.fc")


def test_a_missing_name_is_told_by_its_name() -> None:
    got = ErrorSeen("NameError", "name 'net' is not defined", ("NameError",), missing="net")

    (finding,) = compare(X, tensor([1.0]), got)

    assert (finding.where, finding.aspect, finding.diagnosis) == ("net", Aspect.NAME, Diagnosis.MISSING_NAME)


def test_an_exception_is_told_with_type_first_line_and_line_number() -> None:
    got = ErrorSeen("AttributeError", "no attribute 'fc'\nmore", ("AttributeError",), line=7)

    assert compare(X, tensor([1.0]), got) == (
        Finding(
            where="net.fc",
            aspect=Aspect.ERROR,
            expected="tensor([1.0])",
            got="AttributeError: no attribute 'fc'",
            diagnosis=Diagnosis.RAISED,
            line=7,
        ),
    )


def test_a_value_where_the_solution_raises_should_have_raised() -> None:
    (finding,) = compare(X, ErrorSeen("ValueError", "bad"), plain(3))

    assert (finding.expected, finding.got, finding.diagnosis) == ("ValueError", "3", Diagnosis.SHOULD_HAVE_RAISED)


def test_the_message_of_an_expected_exception_does_not_count() -> None:
    assert compare(X, ErrorSeen("ValueError", "bad"), ErrorSeen("ValueError", "worse", ("ValueError",))) == ()


def test_a_subclass_of_the_expected_exception_is_right() -> None:
    got = ErrorSeen("UnicodeError", "", ("UnicodeError", "ValueError", "Exception"))

    assert compare(X, ErrorSeen("ValueError", "bad"), got) == ()


def test_another_exception_is_not() -> None:
    got = ErrorSeen("TypeError", "no", ("TypeError", "Exception"))

    assert [finding.diagnosis for finding in compare(X, ErrorSeen("ValueError", "bad"), got)] == [Diagnosis.RAISED]
