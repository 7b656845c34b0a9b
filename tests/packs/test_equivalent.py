"""An author marks attacks that may pass: with their names, and always with a reason."""

from quizapp.packs.model import Equivalent, Exercise
from tests.packs.sample import EXERCISE, PackFolder

AT = "freezing/typo"
MARK = '\n[[equivalent]]\nattack = "flipped: model.requires_grad_(True)"\nwhy = "Nothing learns from it."\n'


def test_a_mark_is_read(folder: PackFolder) -> None:
    folder.write(f"{AT}/exercise.toml", EXERCISE + MARK + "line = 1\n")
    exercise = folder.find(AT)
    assert isinstance(exercise, Exercise)
    assert exercise.equivalent == (
        Equivalent(attack="flipped: model.requires_grad_(True)", why="Nothing learns from it.", line=1),
    )


def test_a_mark_without_a_reason_is_a_problem(folder: PackFolder) -> None:
    folder.write(f"{AT}/exercise.toml", EXERCISE + '\n[[equivalent]]\nattack = "detached: x"\n')
    (problem,) = folder.problems()
    assert "equivalent[0]" in problem
    assert "why" in problem


def test_the_same_mark_twice_is_a_problem(folder: PackFolder) -> None:
    folder.write(f"{AT}/exercise.toml", EXERCISE + MARK + MARK)
    line = EXERCISE.count("\n") + 7
    assert folder.problems() == [
        f"{AT}/exercise.toml:{line}: equivalent[1].attack: this attack is marked already; delete one of the two"
    ]
