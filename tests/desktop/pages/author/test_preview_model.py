from pathlib import Path

from msgspec.structs import replace

from quizapp.desktop.pages.author.outline import see_folder
from quizapp.desktop.pages.author.preview_model import whole_text
from quizapp.packs.model import Item, Mistake, Option, Question, QuestionKind, Text, Variant
from quizapp.wording import Wording
from tests.desktop.desk import EXERCISE as FREEZE
from tests.desktop.desk import VIEWS, text
from tests.desktop.pages.author.made import EXERCISE, begun

ENGLISH = Wording("en")


def test_a_card_is_shown_with_its_back() -> None:
    assert whole_text(VIEWS.items[0], "en", ENGLISH) == (
        "##### Front of the card\n\nWhat is a view?\n\n##### Back of the card\n\nYes"
    )


def test_the_item_is_in_the_language_asked_for_under_headings_in_the_readers() -> None:
    shown = whole_text(VIEWS.items[0], "zh", ENGLISH)

    assert shown.startswith("##### Front of the card\n\n什么是视图？")


def test_texts_that_a_language_lacks_are_counted() -> None:
    only_english: Item = replace(FREEZE, prompt=Text("en", {"en": "Freeze it."}))

    assert whole_text(only_english, "zh", ENGLISH).startswith("*1 text is not in this language.*")


def test_an_item_that_a_language_lacks_altogether_says_so_and_shows_nothing_else() -> None:
    shown = whole_text(VIEWS.items[0], "fr", ENGLISH)

    assert shown == "*Nothing of it is in this language; learners are shown it in another.*"


def test_an_exercise_is_shown_with_all_that_learners_see_late_or_never(tmp_path: Path) -> None:
    line = see_folder(begun(tmp_path / "mini")).line(EXERCISE)
    assert line is not None
    assert line.item is not None

    shown = whole_text(line.item, "en", ENGLISH)

    headings = [row.removeprefix("##### ") for row in shown.splitlines() if row.startswith("#####")]
    assert headings == [
        "Task",
        "Hint 1",
        "Hint 2",
        "Given code",
        "Starting code",
        "Solution",
        "Probe",
        "Checks",
        "Mistakes",
        "Why this works",
    ]


def test_the_inputs_of_an_exercise_stand_before_what_is_given_and_those_of_each_variant_below() -> None:
    variants = (Variant(name="wide", inputs={"t": "ramp(2, 3)"}), Variant(name="tall", inputs={"t": "ramp(4, 2)"}))
    mistakes = (Mistake(name="copy", code="t = t.clone()\n", feedback=text("That copies.", "这会复制。")),)
    exercise = replace(FREEZE, given="import torch\n", variants=variants, mistakes=mistakes)

    shown = whole_text(exercise, "en", ENGLISH)

    assert "##### Given code\n\n```python\nt = ramp(2, 3)\nimport torch\n```" in shown
    assert "**wide**\n\n```python\nt = ramp(2, 3)\n```\n\n**tall**\n\n```python\nt = ramp(4, 2)\n```" in shown
    assert "**copy**\n\nThat copies.\n\n```python\nt = t.clone()\n```" in shown


def test_a_choice_is_shown_with_what_is_said_of_each_option() -> None:
    question = Question(
        id="p/l/q",
        folder=Path(),
        title=text("Q", "Q"),
        kind=QuestionKind.CHOICE,
        prompt=text("Which?", "哪个？"),
        explanation=text("So.", "所以。"),
        options=(
            Option(text=text("this", "这个"), right=True, why=text("it is", "是")),
            Option(text=text("that", "那个"), right=False, why=text("it is not", "不是")),
        ),
    )

    shown = whole_text(question, "en", ENGLISH)

    assert "- ✓ this — it is\n- ✗ that — it is not" in shown
