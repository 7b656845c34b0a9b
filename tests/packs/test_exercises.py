import pytest

from quizapp.packs.model import (
    Alternative,
    Aspect,
    Check,
    Exercise,
    Limits,
    Mistake,
    Rule,
    RuleKind,
    Text,
    Tolerance,
    Variant,
)
from tests.packs.sample import PackFolder

AT = "freezing/typo"
TOML = "freezing/typo/exercise.toml"


def test_an_exercise_is_read_with_all_its_files(folder: PackFolder) -> None:
    assert folder.exercise("freezing/typo") == Exercise(
        id="sample/freezing/typo",
        folder=folder.root / "freezing/typo",
        title=Text("en", {"en": "The typo", "zh": "拼写错误"}),
        prompt=Text("en", {"en": "Freeze `model`.", "zh": "冻结 `model`。"}),
        starter="for p in\n",
        solution="model.requires_grad_(False)\n",
        given="import torch\nmodel = torch.nn.Linear(4, 2)\n",
        probe="y = model(x)\n",
        checks=(
            Check(
                observe="model",
                aspects=(Aspect.TRAINABLE,),
                says=Text("en", {"en": "Nothing trains", "zh": "没有可训练的参数"}),
            ),
            Check(observe="y", shares_with="x", tolerance=Tolerance(relative=1e-5, absolute=1e-6)),
        ),
        hints=(
            Text("en", {"en": "Look at the name.", "zh": "看名字。"}),
            Text("en", {"en": "Is there an s?", "zh": "有 s 吗？"}),
        ),
        explanation=Text("en", {"en": "Python creates any attribute."}),
        rules=(Rule(kind=RuleKind.MUST_NOT_CALL, name="clone", says=Text("en", {"en": "No copies"})),),
        variants=(Variant(name="wide", inputs={"x": "ramp(3, 4)"}),),
        mistakes=(
            Mistake(
                name="typo",
                code="model.require_grad = False\n",
                feedback=Text("en", {"en": "The name is `requires_grad`.", "zh": "名字是 `requires_grad`。"}),
                uses=("require_grad",),
            ),
        ),
        alternatives=(Alternative("loop", "for p in model.parameters():\n    p.requires_grad = False\n"),),
        limits=Limits(seconds=5.0),
        concepts=("requires-grad",),
    )


def test_what_is_optional_may_be_missing(folder: PackFolder) -> None:
    for name in ("given.py", "probe.py", "hints.md", "hints.zh.md", "explanation.md", "prompt.zh.md"):
        folder.delete(f"{AT}/{name}")
    exercise = folder.exercise("freezing/typo")
    assert (exercise.given, exercise.probe, exercise.hints, exercise.explanation) == ("", "", (), None)


@pytest.mark.parametrize("name", ["prompt.md", "starter.py", "solution.py"])
def test_a_missing_file_is_a_problem(folder: PackFolder, name: str) -> None:
    folder.delete(f"{AT}/{name}")
    assert folder.problems() == [f"{AT}/{name}: the file is missing"]
    assert folder.find("freezing/typo") is None


def test_every_problem_of_an_exercise_is_told_at_once(folder: PackFolder) -> None:
    folder.delete(f"{AT}/starter.py")
    folder.write(f"{AT}/solution.py", "x = \n")
    folder.write(f"{AT}/prompt.md", "\n")
    assert folder.problems() == [
        f"{AT}/prompt.md:1: there is no text here",
        f"{AT}/starter.py: the file is missing",
        f"{AT}/solution.py:1: this Python can't be parsed: invalid syntax",
    ]


@pytest.mark.parametrize("name", ["given.py", "probe.py", "solution.py", "alternatives/loop.py"])
def test_python_that_runs_for_sure_must_parse(folder: PackFolder, name: str) -> None:
    folder.write(f"{AT}/{name}", "x = 1\nif x\n    pass\n")
    assert folder.problems() == [f"{AT}/{name}:2: this Python can't be parsed: expected ':'"]


@pytest.mark.parametrize("name", ["starter.py", "mistakes/typo.py"])
def test_python_that_may_be_wrong_need_not_parse(folder: PackFolder, name: str) -> None:
    folder.write(f"{AT}/{name}", "x = 1\nif x\n    pass\n")
    assert folder.problems() == []


def test_python_with_a_doubtful_escape_is_no_problem(folder: PackFolder) -> None:
    folder.write(f"{AT}/solution.py", "pattern = '\\d'\n")
    assert folder.problems() == []


def test_python_that_is_nested_too_deeply_is_a_problem(folder: PackFolder) -> None:
    folder.write(f"{AT}/solution.py", "(" * 5000 + ")" * 5000)
    assert len(folder.problems()) == 1


def test_a_mistake_without_its_file_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, 'name = "typo"', 'name = "tipo"')
    assert folder.problems() == [
        f"{TOML}:26: mistakes[0].name: there is no file mistakes/tipo.py; did you mean mistakes/typo.py?",
        f"{AT}/mistakes/typo.py: no [[mistakes]] in exercise.toml has this name; "
        "add one with its feedback, or delete the file",
    ]


def test_a_mistakes_name_can_not_leave_its_folder(folder: PackFolder) -> None:
    folder.change(TOML, 'name = "typo"', 'name = "../solution"')
    assert folder.problems()[0] == f"{TOML}:26: mistakes[0].name: there is no file mistakes/../solution.py"


def test_two_mistakes_of_one_name_are_a_problem(folder: PackFolder) -> None:
    folder.write(
        TOML, (folder.root / TOML).read_text(encoding="utf-8") + '[[mistakes]]\nname = "typo"\nfeedback = "?"\n'
    )
    assert folder.problems() == [f'{TOML}:30: mistakes[1].name: there is another mistake with the name "typo"']


def test_a_mistake_without_feedback_is_a_problem(folder: PackFolder) -> None:
    folder.change(TOML, "feedback = {", "feedbak = {")
    assert folder.problems() == [f'{TOML}:27: mistakes[0].feedbak: unknown key; did you mean "feedback"?']


def test_hints_of_another_number_are_a_problem(folder: PackFolder) -> None:
    folder.write(f"{AT}/hints.zh.md", "看名字。\n")
    assert folder.problems() == [
        f'{AT}/hints.zh.md: expected 2 hints with a line "---" between them as in hints.md, found 1'
    ]


def test_an_empty_hint_is_a_problem(folder: PackFolder) -> None:
    folder.write(f"{AT}/hints.md", "Look at the name.\n\n---\n\n")
    assert folder.problems() == [f"{AT}/hints.md:4: this hint is empty"]


def test_hints_without_an_original_are_a_problem(folder: PackFolder) -> None:
    folder.delete(f"{AT}/hints.md")
    assert folder.problems() == [f"{AT}/hints.zh.md: this is a translation of hints.md, which is not there"]


@pytest.mark.parametrize(("name", "meant"), [("solutions.py", "solution.py"), ("hint.md", "hints.md")])
def test_a_file_with_a_slip_in_its_name_is_a_problem(folder: PackFolder, name: str, meant: str) -> None:
    folder.write(f"{AT}/{name}", "x = 1\n")
    assert folder.problems() == [f'{AT}/{name}: this file is never read; did you mean "{meant}"?']
    assert folder.find("freezing/typo") is not None


def test_a_file_that_nobody_reads_is_a_problem(folder: PackFolder) -> None:
    folder.write(f"{AT}/draft-of-something.py", "x = 1\n")
    assert folder.problems() == [
        f"{AT}/draft-of-something.py: this file is never read; delete it or move it out of the pack"
    ]


@pytest.mark.parametrize("name", ["README.md", "expected.json", "expected.safetensors", "graph.svg"])
def test_other_files_beside_an_exercise_are_fine(folder: PackFolder, name: str) -> None:
    folder.write(f"{AT}/{name}", "{}")
    assert folder.problems() == []


def test_a_file_where_a_folder_should_be_is_a_problem(folder: PackFolder) -> None:
    folder.delete(f"{AT}/alternatives/loop.py")
    (folder.root / AT / "alternatives").rmdir()
    folder.write(f"{AT}/alternatives", "x = 1\n")
    assert folder.problems() == [f"{AT}/alternatives: expected a folder"]
