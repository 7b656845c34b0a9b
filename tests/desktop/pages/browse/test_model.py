from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from quizapp.desktop.pages.browse.model import (
    Choice,
    Filters,
    Newest,
    StateChoice,
    Wanted,
    gives_away,
    narrow,
    stock_of,
    who_comes,
)
from quizapp.desktop.pages.learn.model import Kind
from quizapp.packs.model import Lesson, Pack
from quizapp.search.documents import Part
from quizapp.search.snippets import Snippet
from quizapp.study.standing import Stage, Standing
from tests.desktop.desk import BASICS, EXERCISE, FREEZING, VIEWS, card, text

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ONE, TWO = VIEWS.items
FORGOTTEN = replace(card("more/odds/ends", "Odds", "杂项"), concepts=("odd",))
MORE = Pack(
    id="more",
    version="1",
    title=text("More", "更多"),
    folder=Path(),
    language="en",
    lessons=(
        Lesson(id="none", title=text("None", "无"), summary=text("", ""), items=()),
        Lesson(id="odds", title=text("Odds and ends", "杂项"), summary=text("", ""), items=(FORGOTTEN,)),
    ),
    concepts={"odd": text("Oddity", "怪事")},
)
BOTH = stock_of((BASICS, MORE))
DAY = timedelta(days=1)
LEARNT = Standing(state=Stage.REVIEW, memory_due=NOW + DAY, rated_at=NOW - DAY, first_at=NOW - DAY, passed=True)


def items(filters: Filters, standings: dict[str, Standing] | None = None) -> list[str]:
    return [place.item for place in narrow(BOTH.places.values(), filters, standings or {}, NOW)]


def test_everything_is_there_in_the_order_of_the_packs() -> None:
    assert items(Filters()) == [ONE.id, TWO.id, EXERCISE.id, FORGOTTEN.id]


def test_of_two_items_with_one_id_the_first_is_there() -> None:
    twin = replace(FORGOTTEN, title=text("Twin", "孪生"))
    again = replace(MORE, lessons=(replace(MORE.lessons[1], items=(twin,)),))

    assert stock_of((MORE, again)).places[FORGOTTEN.id].title == FORGOTTEN.title


def test_a_kind_narrows_to_its_items() -> None:
    assert items(Filters(kind=Kind.EXERCISE)) == [EXERCISE.id]


def test_a_lesson_narrows_to_its_items_and_a_pack_to_all_of_its_lessons() -> None:
    assert items(Filters(lesson="basics/views")) == [ONE.id, TWO.id]
    assert items(Filters(lesson="basics")) == [ONE.id, TWO.id, EXERCISE.id]


def test_a_concept_narrows_to_what_practises_it() -> None:
    assert items(Filters(concept="odd")) == [FORGOTTEN.id]


def test_all_filters_hold_at_once() -> None:
    assert items(Filters(kind=Kind.CARD, lesson="basics/views", concept="odd")) == []


@pytest.mark.parametrize(
    ("standing", "choice"),
    [
        (Standing(first_at=NOW), StateChoice.BEGUN),
        (replace(LEARNT, state=Stage.LEARNING), StateChoice.BEGUN),
        (replace(LEARNT, memory_due=NOW), StateChoice.DUE),
        (LEARNT, StateChoice.LEARNT),
        (replace(LEARNT, buried_until=NOW + DAY), StateChoice.BURIED),
        (replace(LEARNT, suspended=True), StateChoice.SUSPENDED),
        (Standing(), StateChoice.NEW),
    ],
)
def test_an_item_is_in_one_state_and_in_no_other(standing: Standing, choice: StateChoice) -> None:
    states = [each for each in StateChoice if TWO.id in items(Filters(state=each), {TWO.id: standing})]

    assert states == [choice]


def test_what_is_often_forgotten_can_be_chosen_whatever_its_state() -> None:
    standings = {ONE.id: replace(LEARNT, lapses=8), TWO.id: replace(LEARNT, lapses=9, suspended=True)}

    assert items(Filters(state=StateChoice.LEECH), standings) == [ONE.id, TWO.id]


def test_lessons_stand_under_their_packs_where_there_are_several() -> None:
    assert BOTH.lessons == (
        Choice("basics", BASICS.title),
        Choice("basics/views", VIEWS.title, 1),
        Choice("basics/freezing", FREEZING.title, 1),
        Choice("more", MORE.title),
        Choice("more/odds", MORE.lessons[1].title, 1),
    )


def test_one_pack_needs_no_name_over_its_lessons() -> None:
    assert [choice.key for choice in stock_of((BASICS,)).lessons] == ["basics/views", "basics/freezing"]


def test_a_concept_is_offered_by_its_title_or_else_by_its_word() -> None:
    untitled = replace(MORE, concepts={})

    assert BOTH.concepts == (Choice("odd", text("Oddity", "怪事")),)
    assert [choice.title.read("en") for choice in stock_of((untitled,)).concepts] == ["odd"]


def test_blanks_alone_are_no_words() -> None:
    assert (bool(Wanted("  ")), Wanted(" x ").has_words, bool(Wanted("", Filters(concept="odd")))) == (
        False,
        True,
        True,
    )


@pytest.mark.parametrize("part", [Part.BACK, Part.EXPLANATION, Part.HINT, Part.SOLUTION])
def test_what_answers_gives_away_until_the_item_was_passed_once(part: Part) -> None:
    snippet = Snippet(part, "because")

    assert [gives_away(snippet, each) for each in (None, Standing(), LEARNT)] == [True, True, False]


@pytest.mark.parametrize("part", [Part.FRONT, Part.PROMPT, Part.OPTION, Part.CODE, Part.NOTE, Part.DRAFT])
def test_what_is_seen_before_answering_gives_nothing_away(part: Part) -> None:
    assert not gives_away(Snippet(part, "what is it?"), None)


def test_some_of_what_is_chosen_may_be_away() -> None:
    standings = {ONE.id: replace(LEARNT, suspended=True), TWO.id: replace(LEARNT, buried_until=NOW)}

    assert who_comes((ONE.id, TWO.id, EXERCISE.id), standings, NOW) == (True, True)
    assert who_comes((ONE.id,), standings, NOW) == (True, False)
    assert who_comes((TWO.id,), standings, NOW) == (False, True)


def test_the_first_question_is_asked_at_once() -> None:
    assert Newest().ask(Wanted("g")) == Wanted("g")


def test_of_what_is_asked_meanwhile_only_the_last_is_asked() -> None:
    newest = Newest()
    newest.ask(Wanted("g"))

    assert (newest.ask(Wanted("gr")), newest.ask(Wanted("gra")), newest.is_stale) == (None, None, True)
    assert (newest.answered(), newest.is_stale) == (Wanted("gra"), False)
    assert newest.answered() is None


def test_after_an_answer_the_next_question_is_asked_at_once() -> None:
    newest = Newest()
    newest.ask(Wanted("g"))
    newest.answered()

    assert newest.ask(Wanted("gr")) == Wanted("gr")
