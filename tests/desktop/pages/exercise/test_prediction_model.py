"""What a run makes of what was said before it."""

from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from quizapp.desktop.pages.exercise.model import ExerciseState, Latest
from quizapp.desktop.pages.exercise.prediction_model import PredictionModel, Stage
from quizapp.judging.predictions import Reality
from quizapp.packs.model import Asked, Check, Exercise, Prediction, Text
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.observation import ErrorSeen, Observation, TensorSeen

TEXT = Text("en", {"en": "t"})
EXERCISE = Exercise(
    id="p/l/e",
    folder=Path(),
    title=TEXT,
    prompt=TEXT,
    starter="",
    solution="",
    checks=(Check(observe="y"),),
    predictions=(
        Prediction(observe="y", asks=Asked.SHAPE),
        Prediction(observe="y", asks=Asked.SHARING, shares_with="x"),
    ),
)
X, Y = TensorSeen(dtype="float32", shape=(2, 3), storage=1), TensorSeen(dtype="float32", shape=(3, 2), storage=1)
MISSING = ErrorSeen("NameError", "y", missing="y")


def after(latest: Latest = Latest.RUN, ending: Ending = Ending.FINISHED, **observations: Observation) -> ExerciseState:
    """A run or check that came to its end and observed this."""
    return ExerciseState(hints=0, latest=latest, outcome=Outcome(ending=ending, observations=observations))


def stages(model: PredictionModel) -> list[Stage]:
    return [each.stage for each in model.foretold]


@pytest.fixture
def model() -> PredictionModel:
    return PredictionModel(EXERCISE)


def test_a_run_shows_what_was_said_and_what_is(model: PredictionModel) -> None:
    model.say(0, "3, 2")
    model.say(1, "no")

    assert model.follow(after(x=X, y=Y))

    assert [(each.said, each.reality, each.is_right) for each in model.foretold] == [
        ("3, 2", Reality("(3, 2)"), True),
        ("no", Reality("yes"), False),
    ]


def test_running_without_a_word_shows_what_is(model: PredictionModel) -> None:
    model.follow(after(x=X, y=Y))

    assert [(each.reality, each.is_right) for each in model.foretold] == [
        (Reality("(3, 2)"), None),
        (Reality("yes"), None),
    ]


def test_what_is_no_shape_is_neither_right_nor_wrong(model: PredictionModel) -> None:
    model.say(0, "dunno")

    model.follow(after(x=X, y=Y))

    assert model.foretold[0].is_right is None


def test_what_a_run_did_not_make_is_still_asked_and_what_was_said_is_kept(model: PredictionModel) -> None:
    model.say(1, "yes")

    model.follow(after(x=X, y=MISSING))
    assert (stages(model), model.is_any_shown) == ([Stage.UNSEEN, Stage.UNSEEN], False)

    model.follow(after(x=X, y=Y))
    assert model.foretold[1].is_right


def test_a_run_that_raised_shows_nothing(model: PredictionModel) -> None:
    model.follow(after(ending=Ending.RAISED))

    assert stages(model) == [Stage.UNSEEN, Stage.UNSEEN]


def test_a_run_that_was_stopped_changes_nothing(model: PredictionModel) -> None:
    assert not model.follow(after(ending=Ending.STOPPED))
    assert stages(model) == [Stage.ASKED, Stage.ASKED]


def test_the_same_outcome_is_looked_at_once(model: PredictionModel) -> None:
    state = after(x=X, y=Y)

    assert [model.follow(state), model.follow(state)] == [True, False]


def test_what_is_shown_can_not_be_predicted_any_more(model: PredictionModel) -> None:
    model.follow(after(x=X, y=Y))

    model.say(0, "3, 2")

    assert model.foretold[0].said == ""


def test_the_same_code_run_again_keeps_what_was_said(model: PredictionModel) -> None:
    model.say(0, "3, 2")
    model.follow(after(x=X, y=Y))

    model.follow(after(x=X, y=X))

    assert (model.foretold[0].said, model.foretold[0].is_right) == ("3, 2", False)


def test_changed_code_run_again_only_shows_what_is(model: PredictionModel) -> None:
    model.say(0, "3, 2")
    model.follow(after(x=X, y=Y))
    model.follow(ExerciseState(hints=0, outcome=model._outcome, is_outdated=True))

    model.follow(after(x=X, y=X))

    assert (model.foretold[0].said, model.foretold[0].reality) == ("", Reality("(2, 3)"))


def test_after_changing_the_code_one_may_predict_again(model: PredictionModel) -> None:
    model.say(0, "2, 3")
    model.follow(after(x=X, y=Y))
    model.follow(ExerciseState(hints=0, outcome=model._outcome, is_outdated=True))

    model.ask_again()
    asked_anew = stages(model)
    model.say(0, "2, 3")
    model.follow(after(x=X, y=X))

    assert (asked_anew, model.foretold[0].is_right) == ([Stage.ASKED, Stage.ASKED], True)


def test_a_check_shows_what_it_observed(model: PredictionModel) -> None:
    model.follow(after(Latest.CHECK, y=Y))

    assert stages(model) == [Stage.SHOWN, Stage.ASKED]


def test_a_check_after_a_probe_shows_nothing() -> None:
    model = PredictionModel(changed(EXERCISE, probe="y = 1"))

    assert not model.follow(after(Latest.CHECK, x=X, y=Y))
    assert stages(model) == [Stage.ASKED, Stage.ASKED]
