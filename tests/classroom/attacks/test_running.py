"""Attacks run as attempts do: what the checks miss survives, unless its author marked it with a reason."""

from pathlib import Path

import pytest

from quizapp.classroom.attacks.attack import Attack, Kind
from quizapp.classroom.attacks.rehearsal import rehearse
from quizapp.classroom.attacks.report import report_data, report_lines
from quizapp.classroom.attacks.running import attack_pack
from quizapp.classroom.attacks.source import Source
from quizapp.classroom.attacks.strength import Strength, Strengths, score
from quizapp.packs.library import Library
from quizapp.packs.model import Equivalent, Exercise
from quizapp.sandbox.observation import TensorSeen
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from tests.classroom.attacks.small_pack import FILES, small_pack

LOOSE = FILES["means/rows/exercise.toml"]
STRICT = (
    'title = "Means of rows"\n\n[[checks]]\nobserve = "y"\naspects = ["shape", "dtype", "value"]\n'
    '\n[[checks]]\nobserve = "x"\naspects = ["value"]\n'
)
TWICE_THE_OTHER_WAY = "other-reduction: return x.sum(dim=1)"


def mark(attack: str, line: int | None = None) -> str:
    at = "" if line is None else f"line = {line}\n"
    return f'\n[[equivalent]]\nattack = "{attack}"\n{at}why = "It is as good here."\n'


def survivors(strengths: Strengths) -> list[str]:
    return [attack.name for strength in strengths.exercises for attack in strength.survivors]


def test_what_no_check_looks_at_survives(tmp_path: Path, sandbox: Sandbox) -> None:
    strengths = attack_pack(small_pack(tmp_path, sandbox, exercise=LOOSE), sandbox)

    assert [
        "hard-coded: means",
        "other-dtype: return x.mean(dim=1).double()",
        "clobbered: means: x.data.add_(1)",
        TWICE_THE_OTHER_WAY,
    ] == survivors(strengths)
    assert 0 < (score(*strengths.exercises) or 0) < 1


def test_checks_that_look_at_everything_catch_all_but_a_second_input_would(tmp_path: Path, sandbox: Sandbox) -> None:
    once = attack_pack(small_pack(tmp_path, sandbox, exercise=STRICT), sandbox)
    probe = FILES["means/rows/probe.py"] + "other = means(ramp(3, 2))\n"
    more = STRICT + '\n[[checks]]\nobserve = "other"\n'
    twice = attack_pack(small_pack(tmp_path, sandbox, exercise=more, probe=probe), sandbox)

    assert (["hard-coded: means"], [], 1.0) == (survivors(once), survivors(twice), score(*twice.exercises))


def test_what_its_author_marked_does_not_count(tmp_path: Path, sandbox: Sandbox) -> None:
    pack = small_pack(tmp_path, sandbox, exercise=LOOSE + mark(TWICE_THE_OTHER_WAY) + mark("hard-coded: means", 2))

    strengths = attack_pack(pack, sandbox)

    (strength,) = strengths.exercises
    assert TWICE_THE_OTHER_WAY not in survivors(strengths)
    assert ["It is as good here."] * 2 == [marked.why for _, marked in strength.equivalent]
    assert () == strengths.complaints


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("transposed: nothing like it", "no attack is called `transposed: nothing like it`. Copy the name"),
        ("other-reduction: return x.sum(dim=0)", f"did you mean `{TWICE_THE_OTHER_WAY}`?"),
        ("extra-axis: return x.mean(dim=1).unsqueeze(0)", "the checks catch the attack"),
    ],
)
def test_a_mark_that_excuses_nothing_is_told(marked: str, told: str, tmp_path: Path, sandbox: Sandbox) -> None:
    strengths = attack_pack(small_pack(tmp_path, sandbox, exercise=LOOSE + mark(marked)), sandbox)

    (complaint,) = strengths.complaints
    assert str(complaint.says).startswith("equivalent[0]: ")
    assert told in str(complaint.says)


def test_a_mark_of_another_line_does_not_count(tmp_path: Path, sandbox: Sandbox) -> None:
    strengths = attack_pack(small_pack(tmp_path, sandbox, exercise=LOOSE + mark(TWICE_THE_OTHER_WAY, 1)), sandbox)

    assert TWICE_THE_OTHER_WAY in survivors(strengths)


def test_an_exercise_whose_solution_fails_is_not_attacked(tmp_path: Path, sandbox: Sandbox) -> None:
    small_pack(tmp_path, sandbox)
    broken = small_pack(tmp_path, solution="def means(x):\n    return x\n")

    strengths = attack_pack(broken, sandbox)

    assert ((), ("small/means/rows",)) == (strengths.exercises, strengths.unattacked)


def test_no_more_attacks_are_run_than_asked_for(tmp_path: Path, sandbox: Sandbox) -> None:
    told: list[tuple[int, int]] = []

    strengths = attack_pack(
        small_pack(tmp_path, sandbox), sandbox, at_once=2, most=3, on_progress=lambda done, of: told.append((done, of))
    )

    assert (3, [(1, 1)]) == (strengths.attacks, told)
    assert strengths.exercises[0].derived > 3


def test_an_attack_that_never_ends_is_caught(tmp_path: Path, sandbox: Sandbox) -> None:
    endless = "def means(x):\n    left = 1\n    while left:\n        left -= 1\n    return x.mean(dim=1)\n"
    pack = small_pack(tmp_path, sandbox, solution=endless, exercise=STRICT)

    strengths = attack_pack(pack, sandbox, at_once=4)

    assert "statement-dropped: left -= 1" not in survivors(strengths)
    assert strengths.unattacked == ()


def test_a_rehearsal_sees_what_functions_were_handed_and_gave(tmp_path: Path, sandbox: Sandbox) -> None:
    (exercise,) = small_pack(tmp_path).items()
    assert isinstance(exercise, Exercise)

    call = rehearse(exercise, Source.of(exercise.solution), sandbox).calls["means"]

    assert isinstance(call.value, TensorSeen)
    assert (["x"], (2,)) == (list(call.arguments), call.value.shape)


def test_survivors_are_printed_as_small_differences(tmp_path: Path, sandbox: Sandbox) -> None:
    strengths = attack_pack(small_pack(tmp_path, sandbox), sandbox)

    lines = list(report_lines(strengths, 1.25, Wording("en")))

    place = lines.index(f"    attack = '{TWICE_THE_OTHER_WAY}'")
    assert [
        "  means/rows/solution.py:2",
        "    -     return x.mean(dim=1)",
        "    +     return x.sum(dim=1)",
    ] == lines[place - 3 : place]
    assert lines[0].startswith("small/means/rows: strength ")
    assert f"{strengths.attacks} attacks in 1.2 s: 4 pass, 0 more" in lines[-1]


def attack(line: str) -> Attack:
    return Attack(kind=Kind.HARD_CODED, code="", line=1, removed=(), added=(line,), subject="y")


def test_one_is_counted_as_one() -> None:
    excused = (attack("y = 2"), Equivalent(attack="hard-coded: y", why="It is as good."))
    strength = Strength(item="a/b/c", caught=0, survivors=(attack("y = 1"),), equivalent=(excused,))

    *_, last = report_lines(Strengths((strength,)), 1.0, Wording("en"))

    assert "Strength of the checks: 0 %. 2 attacks in 1.0 s: 1 passes, 1 more is marked as equivalent." == last


def test_a_long_line_of_a_survivor_is_cut_where_it_is_printed_only() -> None:
    line = f"    return [{', '.join(map(str, range(100)))}]"
    strengths = Strengths((Strength(item="a/b/c", caught=1, survivors=(attack(line),)),))

    printed = next(each for each in report_lines(strengths, 1.0, Wording("en")) if "return" in each)

    assert f"    +     return [{', '.join(map(str, range(39)))}, …" == printed
    assert [line] == report_data(strengths, 1.0)["exercises"][0]["survivors"][0]["added"]


def test_survivors_are_there_as_data(tmp_path: Path, sandbox: Sandbox) -> None:
    data = report_data(attack_pack(small_pack(tmp_path, sandbox), sandbox), 1.0)

    (exercise,) = data["exercises"]
    assert exercise["survivors"][-1] == {
        "attack": TWICE_THE_OTHER_WAY,
        "file": "means/rows/solution.py",
        "line": 2,
        "removed": ["    return x.mean(dim=1)"],
        "added": ["    return x.sum(dim=1)"],
    }
    assert data["survivors"] == len(exercise["survivors"]) == 4


@pytest.mark.slow
def test_nothing_survives_in_the_shipped_packs(library: Library, sandbox: Sandbox) -> None:
    found = [attack_pack(pack, sandbox, at_once=4, most=1000) for pack in library.packs]

    assert [([], (), ())] * len(found) == [(survivors(each), each.complaints, each.unattacked) for each in found]
