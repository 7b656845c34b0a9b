"""Programs that misbehave, run in the real app: what is said of each, in both languages, and that the code stays."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.message import Message, message
from quizapp.packs.library import Library
from quizapp.sandbox.scratch import READY_MADE
from quizapp.settings import Settings, load_settings, save_settings
from quizapp.study.drafts import Drafts
from quizapp.wording import Wording
from quizapp.wording.inline import without_marks
from tests.journeys.conftest import Launch
from tests.journeys.lessons import open_exercise

EXERCISE = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"
LOOP = "print('so far')\nwhile True: pass"
STOPPED = message("Stopped.")


@dataclass(frozen=True)
class Rough:
    """A program, what is said of it, and what is left of its output."""

    name: str
    code: str
    said: Message
    shown: str = "so far"


ROUGH = (
    Rough(
        "limit",
        LOOP,
        message(
            "Still running after {seconds} s, in line {line}, so it was stopped. Is there a loop that never ends?",
            seconds="5",
            line=LOOP.count("\n") + 1,
        ),
    ),
    Rough(
        "memory",
        "print('so far')\nx = [torch.ones(10**7) for _ in range(10**4)]",
        message("Line {line} asked for more memory than a run may use. Is a shape much too large?", line=2),
    ),
    Rough(
        "segfault",
        "print('so far')\nimport ctypes; ctypes.string_at(0)",
        message(
            "Line {line} crashed the process ({signal}), which Python by itself hardly ever does. "
            "Look for a call that works on raw memory, such as one of ctypes. Your code is kept.",
            line=2,
            signal="SIGSEGV",
        ),
    ),
    Rough(
        "flood",
        "print('so far')\nwhile True: print('again ' * 99)",
        message(
            "The code printed more than {most}, so it was stopped. The first {kept} of it are shown. "
            "Is there a print in a loop that never ends?",
            most="8 MiB",
            kept="256 KiB",
        ),
    ),
    Rough(
        "exit",
        "print('so far')\nimport os; os._exit(3)",
        message(
            "The process ended before it could be checked (exit code {code}). "
            "Remove the call that leaves Python, such as os._exit.",
            code=3,
        ),
    ),
    Rough(
        "network",
        "import urllib.request\nurllib.request.urlopen('https://pytorch.org')",
        message("Line {line} tried to use the network. Exercises run without it.", line=2),
        shown="URLError",
    ),
    Rough(
        "file",
        "print('so far')\nopen('notes.txt', 'w')",
        message(
            "Line {line} tried to reach a file that exercises can't use. These can be written: {files}.",
            line=2,
            files=", ".join(f"`{name}`" for name in READY_MADE),
        ),
    ),
    Rough(
        "system-exit",
        "import sys\nsys.exit()",
        message("Line {line} left Python with SystemExit, so nothing was checked. Remove that call.", line=2),
        shown="SystemExit",
    ),
)


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.slow)])
def test_each_rough_run_is_explained_and_the_code_stays(
    language: str, launch: Launch, library: Library, tmp_path: Path
) -> None:
    save_settings(Settings(language=language), Home(tmp_path / "home").settings)
    wording = Wording(language)
    app = launch()
    app.wait_for(wording.say("Code runs protected"))
    app.picture(f"{language}-rough-protected")
    open_exercise(app, library, EXERCISE, language)

    app.retype(LOOP)
    app.press("ctrl+Return")
    app.wait_for(wording.say("Stop"), role="Button")
    app.picture(f"{language}-rough-running")
    app.click(wording.say("Stop"), role="Button")
    app.wait_for(wording.sentence(STOPPED))
    app.picture(f"{language}-rough-stopped-by-button")
    app.press("ctrl+Return")
    app.wait_for(wording.say("Running…"))
    app.press("ctrl+period")
    app.wait_for(wording.sentence(STOPPED))
    app.picture(f"{language}-rough-stopped-by-key")

    for number, rough in enumerate(ROUGH):
        app.retype(rough.code)
        app.press("ctrl+Return" if number % 2 else "ctrl+shift+Return")
        app.wait_for(without_marks(wording.sentence(rough.said)))
        assert rough.shown in app.wait_for(wording.say("Output of the run"))["text"]
        app.picture(f"{language}-rough-{rough.name}")
        assert app.find(rough.code) is not None
    assert app.quit() == 0

    with Drafts(Home(tmp_path / "home").drafts) as drafts:
        assert drafts.load(EXERCISE) == ROUGH[-1].code


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.slow)])
def test_where_not_everything_is_blocked_the_first_run_asks_once(
    language: str, launch: Launch, library: Library, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home")
    save_settings(Settings(language=language), home.settings)
    wording = Wording(language)
    app = launch("--without=seccomp")
    app.click(wording.say("Code runs with gaps in its protection"))
    app.wait_for(wording.say("start processes"))
    app.picture(f"{language}-consent-settings")
    open_exercise(app, library, EXERCISE, language)
    app.retype("print(6 * 7)")

    app.press("ctrl+Return")
    app.wait_for(wording.say("Run code without full protection?"))
    app.picture(f"{language}-consent-question")
    app.press("Escape")
    app.wait_until_gone(wording.say("Run code without full protection?"))
    assert app.find("print(6 * 7)") is not None
    assert app.find("42") is None
    assert load_settings(home.settings).consent is None

    app.press("ctrl+Return")
    app.click(wording.say("Run code"), role="Button")
    app.wait_for("42")
    app.press("ctrl+shift+Return")
    app.wait_for(wording.say("Checks"))
    assert app.quit() == 0
    consent = load_settings(home.settings).consent
    assert consent is not None and consent.level == "partial"


def test_a_pool_of_processes_has_no_shield_and_asks_too(launch: Launch, library: Library, tmp_path: Path) -> None:
    save_settings(Settings(language="en", way="pool"), Home(tmp_path / "home").settings)
    app = launch()
    app.click("Code runs unprotected, with your own permissions")
    app.wait_for("read, change and delete your files")
    app.picture("en-consent-pool-settings")
    open_exercise(app, library, EXERCISE, "en")
    app.press("ctrl+shift+Return")
    app.wait_for("Run code without full protection?")
    app.picture("en-consent-pool-question")
    app.click("Run code", role="Button")
    app.wait_for("Not yet")
    assert app.quit() == 0
