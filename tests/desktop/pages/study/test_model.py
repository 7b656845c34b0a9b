import subprocess
import sys

import pytest

from quizapp.desktop.pages.item.menu_model import Offer
from quizapp.desktop.pages.study.model import ENTER, ESCAPE, SPACE, CardRated, Command, Phase, StudyModel
from quizapp.study.model import AnsweredQuestion, Rating
from tests.desktop.studying import CARD, CHOICE, NUMBER


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def model(clock: Clock) -> StudyModel:
    return StudyModel(clock)


def test_a_card_begins_with_its_front_and_a_question_by_asking(model: StudyModel) -> None:
    phases = []
    for item in (CARD, CHOICE):
        model.open(item)
        phases.append(model.phase)

    assert phases == [Phase.FRONT, Phase.ASKING]


@pytest.mark.parametrize(
    ("phase", "key", "command"),
    [
        (Phase.FRONT, SPACE, Command.REVEAL),
        (Phase.FRONT, "1", None),
        (Phase.BACK, SPACE, Rating.GOOD),
        (Phase.BACK, "1", Rating.AGAIN),
        (Phase.BACK, "2", Rating.HARD),
        (Phase.BACK, "3", Rating.GOOD),
        (Phase.BACK, "4", Rating.EASY),
        (Phase.BACK, "5", None),
        (Phase.ASKING, ENTER, Command.ANSWER),
        (Phase.ASKING, SPACE, None),
        (Phase.ANSWERED, ENTER, Command.CONTINUE),
        (Phase.ANSWERED, SPACE, Command.CONTINUE),
        (Phase.ANSWERED, "R", Command.RUN),
        (Phase.DONE, SPACE, None),
        (Phase.FRONT, "Z", Offer.UNDO),
        (Phase.DONE, "Z", Offer.UNDO),
        (Phase.ASKING, "N", Offer.NOTE),
        (Phase.ASKING, "B", None),
        (Phase.BACK, "B", Offer.BURY),
        (Phase.BACK, "SHIFT+B", Offer.SUSPEND),
        (Phase.ANSWERED, "2", Rating.HARD),
        (Phase.ANSWERED, "M", Command.MORE),
        (Phase.DONE, "M", None),
        (Phase.ASKING, ESCAPE, Command.LEAVE),
    ],
)
def test_what_a_key_means(model: StudyModel, phase: Phase, key: str, command: Command | Rating | Offer | None) -> None:
    model.open(CARD)
    model.phase = phase

    assert model.command(key) == command


def test_a_rating_carries_the_seconds_since_the_card_was_shown(model: StudyModel, clock: Clock) -> None:
    model.open(CARD)
    clock.now += 5
    model.reveal()
    clock.now += 2.5

    assert model.rate(Rating.HARD) == CardRated(CARD.id, Rating.HARD, 7.5)
    assert model.phase is Phase.DONE


def test_a_card_can_be_rated_only_once_and_only_from_its_back(model: StudyModel) -> None:
    model.open(CARD)
    assert model.rate(Rating.GOOD) is None

    model.reveal()
    model.rate(Rating.GOOD)
    assert model.rate(Rating.GOOD) is None


def test_an_answer_is_judged_and_recorded(model: StudyModel, clock: Clock) -> None:
    model.open(NUMBER)
    clock.now += 3

    record = model.give(" 6.0 ")

    assert record == AnsweredQuestion(item=NUMBER.id, answer=" 6.0 ", right=True, seconds=3.0)
    assert (model.phase, model.is_right, model.answer) == (Phase.ANSWERED, True, " 6.0 ")


def test_a_question_can_be_answered_only_once(model: StudyModel) -> None:
    model.open(NUMBER)
    model.give("5")

    assert model.give("6") is None
    assert not model.is_right


def test_a_card_is_finished_when_its_rating_is_written(model: StudyModel) -> None:
    model.open(CARD)
    model.reveal()
    record = model.rate(Rating.GOOD)
    assert record is not None

    assert model.saved(record)
    assert model.unsaved == ()


def test_going_on_waits_until_the_answer_is_written(model: StudyModel) -> None:
    model.open(NUMBER)
    record = model.give("6")
    assert record is not None

    assert not model.go_on()
    assert model.saved(record)
    assert model.phase is Phase.DONE


def test_an_answer_that_is_written_first_does_not_finish_the_question(model: StudyModel) -> None:
    model.open(NUMBER)
    record = model.give("6")
    assert record is not None

    assert not model.saved(record)
    assert model.go_on()


def test_a_record_that_could_not_be_written_is_kept_and_tried_again_once(model: StudyModel) -> None:
    model.open(CARD)
    model.reveal()
    record = model.rate(Rating.GOOD)
    assert record is not None
    model.failed(record)

    assert model.take_failed() == (record,)
    assert model.take_failed() == ()
    assert model.unsaved == (record,)


def test_an_older_record_that_is_written_late_does_not_finish_what_is_shown(model: StudyModel) -> None:
    model.open(CARD)
    model.reveal()
    record = model.rate(Rating.GOOD)
    assert record is not None
    model.open(NUMBER)

    assert not model.saved(record)
    assert model.phase is Phase.ASKING


def test_the_model_needs_no_qt() -> None:
    code = "import sys, quizapp.desktop.pages.study.model; print('PySide6' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
