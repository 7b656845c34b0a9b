"""What is different about an exercise that is asked in a quiz."""

from quizapp.desktop.pages.exercise.model import Effects, ExerciseModel, Latest, Manner
from quizapp.desktop.pages.exercise.occasion import Occasion
from quizapp.desktop.pages.exercise.words import headline
from quizapp.wording import Wording
from tests.desktop.pages.exercise.test_model import EXERCISE, FAILED, FINISHED, PASSED, STOPPED, Asked


def effects_of(asked: Asked) -> Effects:
    return Effects(asked.start, asked.start, asked.record, lambda: True, asked.ask, asked.comes_back)


def model_in(manner: Manner, asked: Asked | None = None) -> ExerciseModel:
    model = ExerciseModel(EXERCISE, effects_of(asked or Asked()), lambda _state: None, manner=manner)
    model.begin(EXERCISE.starter)
    model.check()
    return model


def test_in_a_quiz_nothing_helps_before_the_answer() -> None:
    model = model_in(Manner.QUIZ)

    assert (False, False, False) == (model.state.helps, model.state.can_hint, model.state.can_go_on)


def test_in_a_quiz_the_first_check_is_the_answer_and_help_comes_after_it() -> None:
    model = model_in(Manner.QUIZ)
    model.checked(FAILED)

    assert FAILED is model.state.verdict
    assert (True, True, True) == (model.state.helps, model.state.can_hint, model.state.can_go_on)


def test_a_check_that_was_stopped_is_no_answer() -> None:
    model = model_in(Manner.QUIZ)
    model.checked(STOPPED)

    assert not model.state.handed_in


def test_in_a_silent_quiz_the_verdict_is_recorded_and_not_told() -> None:
    asked = Asked()
    model = model_in(Manner.SILENT_QUIZ, asked)
    model.checked(PASSED)

    assert [True] == [made.passed for made in asked.made]
    assert (None, False, Latest.NOTHING, True) == (
        model.state.verdict,
        model.state.passed,
        model.state.latest,
        model.state.handed_in,
    )


def test_looking_at_the_solution_afterwards_is_no_attempt() -> None:
    asked = Asked()
    model = model_in(Manner.QUIZ, asked)
    model.checked(FAILED)
    model.show_solution()

    assert (1, True, False) == (len(asked.made), model.state.solution_shown, model.state.solution_counts)


def test_in_study_an_exercise_that_failed_is_not_through() -> None:
    model = model_in(Manner.STUDY)
    model.checked(FAILED)

    assert (False, False, True) == (model.state.can_go_on, model.state.handed_in, model.state.helps)


def test_the_headline_says_what_check_means_in_a_quiz() -> None:
    model = ExerciseModel(EXERCISE, effects_of(Asked()), lambda _state: None, manner=Manner.QUIZ)
    model.begin(EXERCISE.starter)
    said = headline(EXERCISE, model.state, Wording("en")).text
    model.run()
    model.ran(FINISHED)

    assert "Run shows what your code prints. Check hands it in: the first one is your answer." == said
    assert "The code ran to its end. Check hands it in." == headline(EXERCISE, model.state, Wording("en")).text


def test_drafts_of_an_occasion_are_kept_apart() -> None:
    occasion = Occasion("quiz/1", Manner.QUIZ, Asked().record)

    assert "quiz/1/p/l/e" == occasion.draft_of(EXERCISE.id)
