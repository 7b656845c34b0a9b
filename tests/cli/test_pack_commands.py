"""An instructor's way from nothing to a pack on a learner's shelf, as the commands go."""

import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from quizapp.cli import asking, main
from quizapp.sandbox.sandbox import Sandbox
from tests.packs.sample import PackFolder

EXERCISE = "freezing/freeze-the-first-layer"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def sample(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "sample")


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new pack that was recorded once."""
    folder = tmp_path_factory.mktemp("recorded") / "mine"
    assert 0 == main(["pack", "new", str(folder), "--title", "Mine", "--author", "Ann"])
    assert 0 == main(["pack", "record", str(folder)])
    return folder


@pytest.fixture
def warm(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands use the sandbox of all tests instead of starting one."""
    monkeypatch.setattr("quizapp.cli.pack_record.open_sandbox", lambda *_, **__: nullcontext(sandbox))


@pytest.fixture
def changed(recorded: Path, tmp_path: Path, warm: None) -> Path:
    """The same pack, with a solution that leaves something else behind."""
    folder = tmp_path / "changed"
    for path in recorded.rglob("*"):
        if path.is_file():
            (folder / path.relative_to(recorded)).parent.mkdir(parents=True, exist_ok=True)
            (folder / path.relative_to(recorded)).write_bytes(path.read_bytes())
    (folder / EXERCISE / "solution.py").write_text("model[2].requires_grad_(False)\n")
    return folder


def expectations(folder: Path) -> list[bytes]:
    return [(folder / EXERCISE / name).read_bytes() for name in ("expected.json", "expected.safetensors")]


def test_recording_again_without_a_change_stores_nothing(
    recorded: Path, warm: None, capsys: pytest.CaptureFixture[str]
) -> None:
    before = expectations(recorded)

    assert 0 == main(["pack", "record", str(recorded), "--json"])
    assert {"stored": [], "same": ["mine/" + EXERCISE], "changes": [], "problems": []} == json.loads(
        capsys.readouterr().out
    )
    assert before == expectations(recorded)


def test_what_differs_is_shown_and_not_stored_without_a_yes(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = expectations(changed)

    assert 1 == main(["pack", "record", str(changed)])
    said = capsys.readouterr()
    assert "  default: model.parameters[2.weight].requires_grad\n    - True\n    + False\n" in said.out
    assert "What differs was not stored; say --yes to store it." in said.err
    assert before == expectations(changed)


def test_what_differs_is_stored_with_a_yes(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = expectations(changed)

    assert 0 == main(["pack", "record", str(changed), "--yes", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert (["mine/" + EXERCISE], True) == (said["stored"], said["changes"][0]["stored"])
    assert before != expectations(changed)


@pytest.mark.parametrize(("answer", "status"), [("y", 0), ("n", 1), ("", 1)])
def test_on_a_terminal_it_is_asked(
    answer: str, status: int, changed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = expectations(changed)
    sit_down(monkeypatch, answer)

    assert status == main(["pack", "record", str(changed)])
    assert "Store these changes? y/n" in capsys.readouterr().out
    assert (status == 1) == (before == expectations(changed))


def sit_down(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Let somebody sit at the terminal who gives these answers."""
    given = iter(answers)
    monkeypatch.setattr("quizapp.cli.pack_record.is_somebody_there", lambda: True)
    monkeypatch.setattr("quizapp.cli.pack_making.is_somebody_there", lambda: True)
    monkeypatch.setattr("quizapp.cli.pack_library.is_somebody_there", lambda: True)
    monkeypatch.setattr(asking.sys, "stdin", Typed(given))  # type: ignore[attr-defined]


class Typed:
    """A keyboard on which these lines are typed."""

    def __init__(self, lines: object) -> None:
        self._lines = lines

    def readline(self) -> str:
        return f"{next(self._lines)}\n"  # type: ignore[call-overload]

    def isatty(self) -> bool:
        return True


def test_a_new_pack_is_asked_for_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sit_down(monkeypatch, "", "My title", "zh", "Ann", "")

    assert 0 == main(["pack", "new", "My Pack"])
    assert "Its id (a-z, 0-9, -): [my-pack]" in capsys.readouterr().out
    pack = (tmp_path / "My Pack" / "pack.toml").read_text(encoding="utf-8")
    for line in ('id = "my-pack"', 'title = "My title"', 'language = "zh"', 'authors = ["Ann"]', 'licence = "MIT"'):
        assert line in pack


def test_a_schema_is_printed_for_one_kind_or_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["pack", "schema", "card"])
    card = json.loads(capsys.readouterr().out)
    assert 0 == main(["pack", "schema"])

    assert card == json.loads(capsys.readouterr().out)["card"]


def test_a_list_of_packs_looks_at_none_of_their_items(
    recorded: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [0, 0] == [main(["pack", "build", str(recorded)]), main(["pack", "install", "mine-0.1.0.quizpack"])]
    for item in (home / "packs" / "mine").glob("*/*.md"):
        item.write_bytes(b"\xff")
    capsys.readouterr()

    assert 0 == main(["pack", "list"])

    printed = capsys.readouterr()
    assert ("3 items" in printed.out, "") == (True, printed.err)


def test_a_recorded_pack_is_built_installed_listed_and_removed(
    recorded: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [0, 0] == [main(["pack", "build", str(recorded)]), main(["pack", "install", "mine-0.1.0.quizpack"])]
    assert (home / "packs" / "mine" / "pack.toml").is_file()
    capsys.readouterr()

    assert 0 == main(["pack", "list", "--json"])
    packs = {pack["id"]: pack for pack in json.loads(capsys.readouterr().out)["packs"]}
    assert ("installed", "0.1.0", ["Ann"], 3) == tuple(
        packs["mine"][key] for key in ("origin", "version", "authors", "items")
    )
    assert "shipped" == packs["pytorch-essentials"]["origin"]
    assert 0 == main(["pack", "remove", "mine"])
    assert not (home / "packs" / "mine").exists()


def test_an_installed_exercise_can_be_tried(recorded: Path, tmp_path: Path) -> None:
    (tmp_path / "answer.py").write_text("model[0].requires_grad_(False)\n")
    main(["pack", "install", str(recorded)])

    assert 0 == main(["try", f"mine/{EXERCISE}", "answer.py"])


def test_a_pack_with_problems_is_not_built(
    sample: PackFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.write("views/card.md", "no back")

    assert 1 == main(["pack", "build", "sample"])
    said = capsys.readouterr()
    assert "The pack has 2 problems, see above; nothing was built." in said.out
    assert "views/card.md:1: expected a line" in said.err
    assert [] == list(tmp_path.glob("*.quizpack*"))


def test_an_update_says_what_it_changes(sample: PackFolder, capsys: pytest.CaptureFixture[str]) -> None:
    main(["pack", "install", "sample"])
    sample.change("pack.toml", "0.1.0", "0.2.0")
    sample.change("views/card.md", "Does it *copy*?", "Is it *copied*?")
    capsys.readouterr()

    assert 0 == main(["pack", "install", "sample"])
    said = capsys.readouterr().out
    assert "sample 0.1.0 → 0.2.0" in said
    assert "1 changed item:\n  sample/views/card\n" in said


@pytest.mark.parametrize(("options", "status", "version"), [((), 1, "0.1.0"), (("--yes",), 0, "0.0.9")])
def test_an_older_version_needs_a_yes(
    options: tuple[str, ...],
    status: int,
    version: str,
    sample: PackFolder,
    home: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["pack", "install", "sample"])
    sample.change("pack.toml", "0.1.0", "0.0.9")

    assert status == main(["pack", "install", "sample", *options])
    assert version in (home / "packs" / "sample" / "pack.toml").read_text()
    assert ("This is version 0.0.9 of sample" in capsys.readouterr().err) == (status == 1)
    assert ["sample"] == [each.name for each in (home / "packs").iterdir()]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["install", "missing"], "There is no file or folder missing."),
        (["install", "text.quizpack"], "text.quizpack: it is no pack in one file, or it was cut short; get it again"),
        (["remove", "pytorch-essentials"], "The pack pytorch-essentials ships with quizapp; it can't be removed."),
        (["remove", "other"], "No pack other is installed; `quizapp pack list` says which packs there are."),
        (["new", "."], ". is there already and not empty; name a new folder."),
        (["new", "folder", "--id", "A"], 'Only a-z, 0-9, - and _ can stand in a pack\'s id, not "A".'),
        (["build", "missing"], "There is no folder missing."),
    ],
)
def test_what_can_not_be_done_is_one_sentence_and_exit_code_2(
    arguments: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.quizpack").write_text("text")

    assert (2, f"{sentence}\n") == (main(["pack", *arguments]), capsys.readouterr().err)
