"""A quiz of ten that survives a restart, taking back, searching, own cards and what months of study look like."""

from functools import partial
from pathlib import Path

from quizapp.home import Home
from quizapp.packs.library import Library
from quizapp.settings import LookChoice, Settings, save_settings
from quizapp.study.entries import QuizAnswered, QuizEnded, Rated, Undone
from quizapp.study.journal import Journal
from quizapp.wording import Wording
from tests.journeys.conftest import LOOKS, Launch
from tests.journeys.driver import App
from tests.journeys.past import study_before


def count_rows(home: Path, *kinds: type) -> list[int]:
    with Journal(Home(home / "home").journal) as journal:
        rows = journal.rows()
    return [sum(isinstance(row.entry, kind) for row in rows) for kind in kinds]


def are_undone(count: int, home: Path) -> bool:
    return count_rows(home, Undone) == [count]


def answer_next(app: App) -> None:
    """Choose the second answer, and go on."""
    app.wait_for("Answer", role="Button")
    app.press("2", "Return")
    app.wait_for("Continue", role="Button", enabled=True)
    app.press("Return")


def test_a_quiz_of_ten_is_paused_and_goes_on_after_a_restart(launch: Launch, tmp_path: Path) -> None:
    app = launch("--language", "en")
    app.wait_for("Start", enabled=True)
    app.press("ctrl+4")
    app.click("Kinds:")
    app.click("Choose none", role="Button")
    app.click("One answer", role="CheckBox")
    app.picture("quiz-1-set-up")
    app.click("Start the quiz")
    for _ in range(4):
        answer_next(app)
    app.wait_for("5 of 10")
    app.press("F9")
    app.wait_for("Paused")
    app.picture("quiz-2-paused")
    app.click("Leave for now")
    app.wait_for("Go on", role="Button")
    app.picture("quiz-3-unfinished")
    assert app.quit() == 0

    again = launch("--language", "en")
    again.wait_for("Start", enabled=True)
    again.press("ctrl+4")
    again.click("Go on", role="Button")
    again.wait_for("5 of 10")
    again.picture("quiz-4-gone-on")
    for _ in range(6):
        answer_next(again)
    again.wait_for("Result")
    again.picture("quiz-5-result")
    assert count_rows(tmp_path, QuizAnswered, QuizEnded, Rated) == [10, 1, 0]
    again.click("All quizzes")
    again.wait_for("Finished quizzes")
    again.picture("quiz-6-history")
    assert again.quit() == 0


def test_what_was_done_is_taken_back_step_by_step(launch: Launch, tmp_path: Path) -> None:
    app = launch("--language", "en")
    app.click("Start")
    for _ in range(2):
        app.wait_for("Show the answer")
        app.press("space")
        app.wait_for("Good")
        app.press("3")
    app.wait_for("Answer", role="Button")
    for taken_back in (1, 2):
        app.press("z")
        app.until(partial(are_undone, taken_back, tmp_path), f"{taken_back} were taken back")
    app.wait_for("Show the answer")
    app.picture("undo-back-at-the-first")
    assert app.quit() == 0


@LOOKS
def test_months_of_study_can_be_seen_and_searched(
    language: str, look: LookChoice, launch: Launch, library: Library, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home")
    study_before(home, library, days=120)
    save_settings(Settings(language=language, look=look), home.settings)
    say = Wording(language).say
    app = launch()
    app.wait_for(say("Start"), enabled=True)

    def picture(name: str) -> None:
        app.picture(f"{language}-{look.value}-{name}")

    picture("r1-today")
    app.press("ctrl+3")
    app.wait_for(say("Clear filters"))
    app.press("ctrl+f")
    typed = "padding" if language == "en" else "填充"
    app.write(typed)
    app.wait_for(typed, role="ListItem")
    picture("r2-browse")
    app.press("ctrl+4")
    app.wait_for(say("Start the quiz"))
    picture("r3-quiz")
    app.press("ctrl+5")
    app.wait_for(say("Reviews per day"))
    picture("r4-statistics")
    for number in range(2, 6):
        app.press("Next")
        picture(f"r4-statistics-{number}")
    app.press("ctrl+7")
    app.wait_for(say("Size of text"))
    for number in range(1, 6):
        picture(f"r5-settings-{number}")
        app.press("Next")
    assert app.quit() == 0
