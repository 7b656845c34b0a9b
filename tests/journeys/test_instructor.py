"""An instructor's afternoon: the guide's pack written, looked at in the app, built, installed, learnt and graded."""

import csv
from pathlib import Path

from quizapp.cli.commands import main
from quizapp.home import Home
from quizapp.settings import LookChoice, Settings, save_settings
from quizapp.shipped import shipped
from quizapp.wording import Wording
from tests.content.guide import carry_out, read_chapters
from tests.journeys.conftest import LOOKS, Launch
from tests.journeys.driver import App

LAST_READ = "Close the hole"
"""The chapter of the guide after which the pack holds."""

ONE_MORE = {
    "softmax/logits.md": "What are logits?\n\n---\n\nThe scores before softmax.\n",
    "softmax/axis-of-rows.md": """\
+++
kind = "choice"
title = "Rows"
+++
Which `dim` runs along a row of a matrix?

- [x] 1
- [ ] 0
  > Axis 0 runs down the rows.

---

The last axis counts within a row.
""",
}

RIGHT, WRONG = "p = torch.softmax(scores, dim=1)", "p = torch.softmax(scores, dim=0)"
FEEDBACK = "This makes probabilities of each"
FROZEN = "model[0].requires_grad_(False)"

CLASS = {
    "ann": {"rows-of-probabilities": RIGHT, "freeze-the-first-layer": FROZEN},
    "ben": {"rows-of-probabilities": WRONG, "freeze-the-first-layer": "model.requires_grad_(False)"},
    "cem": {"rows-of-probabilities": "p = torch.softmax(scores", "freeze-the-first-layer": FROZEN},
    "dee": {"rows-of-probabilities": ""},
    "eva": {"rows-of-probabilities": "import os; os._exit(0)", "freeze-the-first-layer": FROZEN},
}

GRADED = {
    ("ann", "freeze-the-first-layer"): ("2", ""),
    ("ann", "rows-of-probabilities"): ("1", ""),
    ("ben", "freeze-the-first-layer"): ("0", "everything"),
    ("ben", "rows-of-probabilities"): ("0", "other_axis"),
    ("cem", "freeze-the-first-layer"): ("2", ""),
    ("cem", "rows-of-probabilities"): ("0", ""),
    ("dee", "freeze-the-first-layer"): ("0", ""),
    ("dee", "rows-of-probabilities"): ("0", ""),
    ("eva", "freeze-the-first-layer"): ("2", ""),
    ("eva", "rows-of-probabilities"): ("0", ""),
}


@LOOKS
def test_a_pack_from_the_guide_is_written_installed_learnt_and_graded(
    language: str, look: LookChoice, launch: Launch, tmp_path: Path
) -> None:
    pack = write_pack(tmp_path)
    save_settings(Settings(language=language, look=look), Home(tmp_path / "home").settings)
    wording = Wording(language)
    say = wording.say
    app = launch()

    def picture(name: str) -> None:
        app.picture(f"{language}-{look.value}-instructor-{name}")

    app.wait_for(say("Start"), enabled=True)
    app.press("ctrl+6")
    app.click(say("Write a pack…"))
    picture("1-begin")
    app.click(say("Open folder…"))
    choose(app, pack)
    app.wait_for("Rows of probabilities")
    app.click(say("Verify"), role="Button")
    app.wait_for(say("{looked_at}; all of them hold.", looked_at=""))
    app.click("Rows of probabilities")
    picture("2-written")

    built = tmp_path / "first.quizpack"
    assert 0 == main(["pack", "build", str(pack), str(built)])
    app.click(say("Packs"), role="Button")
    app.click(say("Install a pack…"))
    choose(app, built)
    app.wait_for("First steps")
    picture("3-asked")
    app.click(say("Install"), role="Button")
    app.wait_for("Ann Example")
    picture("4-installed")

    app.click(say("Lessons of {title}", title="First steps"), role="Button")
    # The head of a lesson: its name is followed by how far the learner is.
    app.wait_for("Softmax, ", role="Button")
    picture("5-lessons")
    app.click("Softmax, ", role="Button")
    app.click("Rows of probabilities")
    app.wait_for(say("Check"), role="Button", enabled=True)
    app.retype(WRONG)
    app.press("ctrl+shift+Return")
    app.wait_for(FEEDBACK)
    picture("6-mistake")
    app.retype(RIGHT)
    app.press("ctrl+shift+Return")
    app.wait_for(say("Passed: every check holds."))
    picture("7-passed")
    assert app.quit() == 0

    assert GRADED == grade(pack, tmp_path)


def write_pack(folder: Path) -> Path:
    """Write what the guide writes until its pack holds, with a card and a question more: three of each."""
    assert 0 == main(["pack", "new", str(folder / "first-pack"), "--title", "First steps", "--author", "Ann Example"])
    chapters = read_chapters(shipped("content", "README.md").read_text(encoding="utf-8"))
    last = next(number for number, chapter in enumerate(chapters) if chapter.title == LAST_READ)
    for chapter in chapters[: last + 1]:
        # What the commands say between these files is looked at in tests/content.
        assert [] == list(carry_out(tuple(block for block in chapter.blocks if block.language != "console"), folder))
    pack = folder / "first-pack"
    for path, text in ONE_MORE.items():
        (pack / path).write_text(text, encoding="utf-8")
    lesson = pack / "softmax" / "lesson.toml"
    lesson.write_text(lesson.read_text().replace('items = ["', 'items = ["logits", "axis-of-rows", "'))
    assert 0 == main(["pack", "record", str(pack), "--yes"])
    return pack


def choose(app: App, path: Path) -> None:
    """Name a file or folder in the dialog that asks for one."""
    app.wait_for_rest()
    app.write(str(path))
    app.press("Return")


def grade(pack: Path, folder: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Hand in what the class wrote, and return points and mistake by student and exercise."""
    for student, answers in CLASS.items():
        for exercise, code in answers.items():
            file = folder / "class" / student / f"{exercise}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(code)
    asked = ("--item", "softmax/rows-of-probabilities", "--item", "freezing/freeze-the-first-layer")
    assert 0 == main(["grade", str(pack), str(folder / "class"), "--report", str(folder / "report"), *asked])
    with (folder / "report" / "table.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    return {(row["student"], row["item"].rpartition("/")[2]): (row["points"], row["mistake"]) for row in rows}
