"""Every page in both languages and both looks, for somebody to look at: `tests/journeys/pictures/`."""

from pathlib import Path

from quizapp.home import Home
from quizapp.packs.library import Library
from quizapp.packs.model import Question
from quizapp.settings import LookChoice, Settings, save_settings
from quizapp.wording import Wording
from tests.journeys.conftest import LOOKS, Launch
from tests.journeys.driver import App
from tests.journeys.lessons import open_lesson

CHOICE = "pytorch-essentials/freezing/gradients-of-an-unused-head"
EXERCISE = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"


@LOOKS
def test_every_page_is_there(language: str, look: LookChoice, launch: Launch, library: Library, tmp_path: Path) -> None:
    save_settings(Settings(language=language, look=look), Home(tmp_path / "home").settings)
    wording = Wording(language)
    app = launch()

    def title(item_id: str) -> str:
        item = library.find(item_id)
        assert item is not None
        return item.title.read(language)

    question = library.find(CHOICE)
    assert isinstance(question, Question)
    explanation = question.explanation.read(language)

    def picture(name: str) -> None:
        app.picture(f"{language}-{look.value}-{name}")

    def back_to_learn() -> None:
        app.press("Escape")
        app.wait_for(title(EXERCISE))

    app.wait_for(wording.say("Start"), enabled=True)
    picture("1-today")
    app.press("ctrl+7")
    app.wait_for(wording.say("Size of text"))
    picture("2-settings")
    open_lesson(app, library, EXERCISE, language)
    app.wait_for(title(EXERCISE))
    picture("3-learn")

    app.click(title(CHOICE))
    app.wait_for(wording.say("Answer"), role="Button")
    app.press("2", "Return")
    app.wait_for(wording.say("Continue"), enabled=True)
    app.wait_for(explanation[:12])
    picture("4-question-wrong")
    app.press("Return")
    app.wait_until_gone(wording.say("Continue"))

    app.click(title(EXERCISE))
    app.wait_for(wording.say("Check"), role="Button", enabled=True)
    picture("5-exercise")
    app.press("ctrl+shift+Return")
    app.wait_for("features.0.weight")
    picture("6-exercise-failed")
    walk_through_hints(app, wording)
    picture("7-exercise-hints")
    app.press("ctrl+a")
    app.type("model.freeze()")
    app.press("ctrl+shift+Return")
    app.wait_for("AttributeError")
    picture("8-exercise-raised")
    app.press("ctrl+a")
    app.type("model.requires_grad_(False)")
    app.press("ctrl+shift+Return")
    app.wait_for(wording.say("Passed: every check holds."))
    picture("9-exercise-passed")
    assert app.quit() == 0


def walk_through_hints(app: App, wording: Wording) -> None:
    for number in (1, 2):
        app.click(wording.say("Show hint {number} of {of}", number=number, of=3))
    app.wait_for(wording.say("Show hint {number} of {of}", number=3, of=3))
    app.press("ctrl+Home")


@LOOKS
def test_a_day_begins_with_a_card(language: str, look: LookChoice, launch: Launch, tmp_path: Path) -> None:
    save_settings(Settings(language=language, look=look), Home(tmp_path / "home").settings)
    wording = Wording(language)
    app = launch()

    app.click(wording.say("Start"))
    app.wait_for(wording.say("Show the answer"))
    app.picture(f"{language}-{look.value}-a-card-front")
    app.press("space")
    app.wait_for(wording.say("Good"))
    app.picture(f"{language}-{look.value}-b-card-back")
    app.press("3")
    app.wait_for(wording.say("Show the answer"))
    app.press("space")
    app.wait_for(wording.say("Good"))
    app.press("3")
    app.wait_for(wording.say("Answer"), role="Button")
    app.press("2", "Return")
    app.wait_for(wording.say("Continue"), enabled=True)
    app.picture(f"{language}-{look.value}-c-question")
    assert app.quit() == 0
