"""A learner's first evening with the lesson on freezing, and the next day: the real app, real keys and clicks."""

from pathlib import Path

from quizapp.home import Home
from quizapp.packs.library import Library
from quizapp.study.drafts import Drafts
from quizapp.study.entries import Row
from quizapp.study.journal import Journal
from tests.journeys.conftest import Launch
from tests.journeys.driver import App
from tests.journeys.lessons import open_lesson

CARD = "Freeze a module in one line"
QUESTION = "Gradients of an unused head"
EXERCISE = "The typo that freezes nothing"
EXERCISE_ID = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"
FIX = "for param in model.parameters():\nparam.requires_grad = False"
FIXED = "for param in model.parameters():\n    param.requires_grad = False"


def test_what_was_learnt_is_there_the_next_day(launch: Launch, library: Library, tmp_path: Path) -> None:
    app = launch("--language", "en")
    app.wait_for("Start", enabled=True)
    app.picture("evening-1-today")
    lesson = open_lesson(app, library, EXERCISE_ID, "en")
    app.picture("evening-2-learn")
    read_and_rate_a_card(app)
    answer_a_question(app)
    fail_then_fix_the_typo(app)
    app.press("Escape")
    app.wait_for(f"1 of {len(lesson.items)} learnt  ·  2 in progress")
    app.picture("evening-8-learn-again")
    assert app.quit() == 0

    kinds = [type(row.entry).__name__ for row in journal_rows(tmp_path)]
    assert kinds == ["Rated", "Answered", "Attempted", "Attempted"]

    again = launch("--language", "en")
    again.wait_for("Start", enabled=True)
    again.picture("evening-9-today-again")
    open_lesson(again, library, EXERCISE_ID, "en")
    again.wait_for(f"1 of {len(lesson.items)} learnt  ·  2 in progress")
    again.click(EXERCISE)
    assert FIXED in again.wait_for(FIXED)["text"]
    assert again.quit() == 0


def test_a_power_cut_loses_no_attempt_and_no_code(launch: Launch, library: Library, tmp_path: Path) -> None:
    app = launch("--language", "en")
    app.wait_for("Start", enabled=True)
    open_lesson(app, library, EXERCISE_ID, "en")
    app.click(EXERCISE)
    check(app, "Not yet")
    app.retype(FIX)
    wait_for_draft(app, tmp_path)
    app.kill()

    assert [type(row.entry).__name__ for row in journal_rows(tmp_path)] == ["Attempted"]
    again = launch("--language", "en")
    again.wait_for("Start", enabled=True)
    open_lesson(again, library, EXERCISE_ID, "en")
    again.click(EXERCISE)
    assert FIXED in again.wait_for(FIXED)["text"]
    check(again, "Passed")


def read_and_rate_a_card(app: App) -> None:
    app.click(CARD)
    app.wait_for("Show the answer")
    app.picture("evening-3-card-front")
    app.press("space")
    app.wait_for("Good")
    app.picture("evening-4-card-back")
    app.press("3")
    app.wait_until_gone("Show the answer")


def answer_a_question(app: App) -> None:
    app.click(QUESTION)
    app.wait_for("Answer", role="Button")
    app.press("1", "Return")
    app.wait_for("Continue", enabled=True)
    app.wait_for("A new name adds a submodule that nobody calls")
    app.picture("evening-5-question-answered")
    app.press("Return")
    app.wait_until_gone("Continue")


def fail_then_fix_the_typo(app: App) -> None:
    app.click(EXERCISE)
    check(app, "these parameters still train")
    app.wait_for("these parameters still train: features.0.weight")
    app.picture("evening-6-check-failed")
    app.retype(FIX)
    check(app, "Passed")
    app.picture("evening-7-passed")


def check(app: App, verdict: str) -> None:
    app.wait_for("Check", role="Button", enabled=True)
    app.press("ctrl+shift+Return")
    app.wait_for(verdict)


def wait_for_draft(app: App, tmp_path: Path) -> None:
    with Drafts(Home(tmp_path / "home").drafts) as drafts:
        app.until(lambda: (drafts.load(EXERCISE_ID) or "").strip() == FIXED, "the draft is on the disk")


def journal_rows(tmp_path: Path) -> tuple[Row, ...]:
    with Journal(Home(tmp_path / "home").journal) as journal:
        return tuple(journal.entries())
