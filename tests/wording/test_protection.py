"""What the app says of the protection: honest on every level, a shield only where it is whole."""

from typing import TypeAlias

import pytest

from quizapp.message import Message, message
from quizapp.sandbox.attempts import FORBIDDEN
from quizapp.sandbox.isolation import Isolation
from quizapp.wording import Wording
from quizapp.wording.protection import consent_question, foot, listed, meaning

ENGLISH = Wording("en")
FULL = Isolation(level="full")
PARTIAL = Isolation(level="partial", gaps=(message("read files of yours"),))
NONE = Isolation(level="none", gaps=(message("use the network"),))
TROUBLE = message("No sandbox here.")
State: TypeAlias = tuple[Isolation | None, Message | None]


@pytest.mark.parametrize(
    ("isolation", "sign"), [(None, ""), (FULL, "shield"), (PARTIAL, "warning"), (NONE, "")], ids=str
)
def test_a_shield_stands_only_where_everything_is_blocked(isolation: Isolation | None, sign: str) -> None:
    assert foot(isolation, None, ENGLISH).sign == sign


def test_trouble_is_said_before_anything_else() -> None:
    assert foot(FULL, TROUBLE, ENGLISH).text == "No sandbox here."


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_state_has_words_of_its_own(language: str) -> None:
    states: tuple[State, ...] = ((None, None), (FULL, None), (PARTIAL, None), (NONE, None), (None, TROUBLE))
    wording = Wording(language)

    assert len({foot(*state, wording).text for state in states}) == len(states)
    assert len({meaning(*state, wording) for state in states}) == len(states)


def test_a_list_has_a_line_for_each_thing() -> None:
    assert listed((*PARTIAL.gaps, *NONE.gaps), ENGLISH) == "•  read files of yours\n•  use the network"


def test_the_question_names_what_is_not_blocked() -> None:
    words = consent_question(PARTIAL, ENGLISH)

    assert "read files of yours" in words.explanation
    assert (words.yes, words.no) == ("Run code", "Not now")


def test_a_long_list_is_cut_short_in_the_question() -> None:
    gaps = tuple(attempt.what for attempt in FORBIDDEN)

    explanation = consent_question(Isolation(level="none", gaps=gaps), ENGLISH).explanation

    assert f"…and {len(gaps) - 3} things more, named in the settings." in explanation
    assert str(gaps[3]) not in explanation
