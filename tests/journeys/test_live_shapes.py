"""Shapes beside the code as one types, stepping and inspecting: the real app, real keys and clicks."""

from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.packs.library import Library
from quizapp.settings import LookChoice, Settings, load_settings, save_settings
from quizapp.wording import Wording
from tests.journeys.conftest import Launch
from tests.journeys.lessons import open_exercise

EXERCISE = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"
CODE = "y = torch.ones(3, 4).t()\nw = torch.ones(2, requires_grad=True)\nfor i in range(5):\nloss = (w * i).sum()"
STEPS = 12


@pytest.mark.parametrize(("language", "look"), [("en", LookChoice.LIGHT), ("zh", LookChoice.DARK)])
def test_shapes_stand_beside_the_code_and_values_can_be_looked_at(
    language: str, look: LookChoice, launch: Launch, library: Library, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home")
    save_settings(Settings(language=language, look=look), home.settings)
    wording = Wording(language)
    say = wording.say
    app = launch()
    app.wait_for(say("Code runs protected"))
    open_exercise(app, library, EXERCISE, language)

    app.retype(CODE)
    app.wait_for(wording.say_many("{count} step", "All {count} steps", STEPS))
    app.picture(f"{language}-live-1-shapes")

    app.press("alt+Left", "alt+Left", "alt+Left")
    app.wait_for(say("Step {step} of {count} · line {line}", step=STEPS - 2, count=STEPS, line=4))
    app.picture(f"{language}-live-2-step")
    app.press("ctrl+shift+i")
    app.wait_for(say("Copy as text"))
    app.picture(f"{language}-live-3-inspector")

    app.press("ctrl+shift+Return")
    app.wait_for(wording.say_many("{count} step", "All {count} steps", STEPS))
    app.wait_for(say("Inspect {name}", name="model"), role="Button")
    app.picture(f"{language}-live-4-checked")

    app.press("ctrl+shift+l")
    app.until(lambda: not load_settings(home.settings).live_shapes, "the switch is kept")
    app.picture(f"{language}-live-5-off")
    assert app.quit() == 0
