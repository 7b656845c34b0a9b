import tomllib

from quizapp.classroom.attacks.attack import Attack, Kind, attack_of
from quizapp.desktop.pages.author.marking import equivalent_entries

SOLUTION = "x = a\nx = a\n"
FIRST = attack_of(Kind.OTHER_NUMBER, SOLUTION, "x = 2\nx = a\n")
SECOND = attack_of(Kind.OTHER_NUMBER, SOLUTION, "x = a\nx = 2\n")
QUOTED = attack_of(Kind.OTHER_NUMBER, SOLUTION, "x = 'b'\nx = a\n")


def entries(attacks: list[Attack], among: list[Attack]) -> list[dict[str, object]]:
    read: list[dict[str, object]] = tomllib.loads(equivalent_entries(attacks, among))["equivalent"]
    return read


def test_an_entry_names_the_attack_and_leaves_the_reason_to_the_author() -> None:
    assert entries([FIRST], [FIRST]) == [{"attack": "other-number: x = 2", "why": ""}]


def test_of_attacks_with_one_name_the_line_is_told() -> None:
    assert entries([SECOND], [FIRST, SECOND]) == [{"attack": "other-number: x = 2", "line": 2, "why": ""}]


def test_quotes_in_a_name_are_written_as_toml_wants_them() -> None:
    assert [entry["attack"] for entry in entries([FIRST, QUOTED], [])] == [FIRST.name, "other-number: x = 'b'"]
