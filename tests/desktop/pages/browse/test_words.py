from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from quizapp.desktop.pages.browse.model import Choice, Deed, Filters, Found, StateChoice, Wanted, stock_of
from quizapp.desktop.pages.browse.words import (
    choice_word,
    clear_words,
    count_words,
    deed_tip,
    deed_word,
    done_words,
    due_words,
    nothing_words,
    snippet_to_show,
    sorted_choices,
    spoken_row,
    state_word,
    titles_of,
)
from quizapp.desktop.pages.item.words import Done
from quizapp.desktop.pages.learn.model import Kind
from quizapp.search.documents import Part
from quizapp.search.snippets import Snippet
from quizapp.study.model import ItemState
from quizapp.study.standing import Stage, Standing
from quizapp.wording import Wording
from tests.desktop.desk import BASICS, EXERCISE, VIEWS, text

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ENGLISH = Wording("en")
LEARNT = Standing(state=Stage.REVIEW, memory_due=NOW + 4 * DAY, rated_at=NOW - DAY, first_at=NOW - DAY, passed=True)
PLACES = stock_of((BASICS,)).places


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (None, ""),
        (Standing(), ""),
        (LEARNT, "in 4 days"),
        (replace(LEARNT, memory_due=NOW - timedelta(hours=1)), "today"),
        (replace(LEARNT, memory_due=NOW - 3 * DAY), "for 3 days"),
        (replace(LEARNT, buried_until=NOW + timedelta(hours=16)), "tomorrow"),
        (replace(LEARNT, suspended=True), ""),
        (replace(LEARNT, memory_due=NOW - 3 * DAY, date_set=NOW + DAY), "tomorrow"),
    ],
)
def test_when_an_item_comes_back_is_said_as_one_says_it(standing: Standing | None, said: str) -> None:
    assert due_words(standing, NOW, ENGLISH) == said


def test_every_state_and_choice_and_deed_has_its_words() -> None:
    said = [state_word(state, Kind.CARD, ENGLISH) for state in ItemState]
    said += [choice_word(choice, ENGLISH) for choice in StateChoice]
    said += [words(deed, ENGLISH) for deed in Deed for words in (deed_word, deed_tip)]

    assert all(said)


def test_an_exercise_is_passed_where_others_are_learnt() -> None:
    said = [state_word(ItemState.REVIEW, kind, ENGLISH) for kind in (Kind.EXERCISE, Kind.CARD)]

    assert said == ["Passed", "Learnt"]


def test_a_row_is_said_in_full() -> None:
    one = VIEWS.items[0].id
    found = Found(Wanted("stride"), (PLACES[one],), {one: LEARNT}, NOW)

    said = spoken_row(PLACES[one], found, "What is a stride", ENGLISH)

    assert said == "What is a view?, Card, Views, Learnt, in 4 days, What is a stride"


def test_a_snippet_of_the_learner_s_own_says_so_and_its_marks_move_along() -> None:
    shown = snippet_to_show(Snippet(Part.NOTE, "a zebra", ((2, 7),)), None, ENGLISH)

    assert [shown.text, *(shown.text[start:end] for start, end in shown.marks)] == ["Your note: a zebra", "zebra"]


def test_a_snippet_that_gives_the_answer_away_is_not_shown() -> None:
    answer, hint = (Snippet(part, "logits", ((0, 6),)) for part in (Part.BACK, Part.HINT))

    assert [snippet_to_show(each, None, ENGLISH).text for each in (answer, hint)] == [
        "The answer says it.",
        "A hint says it.",
    ]
    assert snippet_to_show(answer, LEARNT, ENGLISH) == answer


def test_how_many_there_are_is_said_with_how_many_there_could_be() -> None:
    assert [count_words(3, 3, ENGLISH), count_words(1, 1, ENGLISH), count_words(2, 30, ENGLISH)] == [
        "3 items",
        "1 item",
        "2 of 30",
    ]


@pytest.mark.parametrize(
    ("wanted", "of", "says", "clears"),
    [
        (Wanted(" zebra "), 9, "Nothing holds “zebra”.", "Clear the text"),
        (Wanted("", Filters(kind=Kind.CARD)), 9, "Nothing passes these filters.", "Clear filters"),
        (
            Wanted("zebra", Filters(kind=Kind.CARD)),
            9,
            "Nothing with these filters holds “zebra”.",
            "Clear text and filters",
        ),
        (Wanted(), 0, "There are no items yet. Packs and cards of your own appear here.", "Clear filters"),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(wanted: Wanted, of: int, says: str, clears: str) -> None:
    assert (nothing_words(wanted, of, ENGLISH), clear_words(wanted, ENGLISH)) == (says, clears)


@pytest.mark.parametrize(
    ("done", "says"),
    [
        (Done.BURIED, "3 items come back tomorrow. Z takes that back."),
        (Done.SUSPENDED, "3 items do not come up any more. Z takes that back."),
        (Done.RESUMED, "3 items come up again."),
        (Done.DATED, "3 items come back on 2026-04-01. Z takes that back."),
    ],
)
def test_what_was_done_with_many_is_told_by_their_number(done: Done, says: str) -> None:
    assert ENGLISH.sentence(done_words(done, ("a", "b", "c"), date(2026, 4, 1))) == says


def test_what_was_done_with_one_is_told_by_its_title() -> None:
    assert "Views" in ENGLISH.sentence(done_words(Done.BURIED, ("Views",)))


def test_choices_stand_in_the_order_of_their_titles_in_the_reader_s_language() -> None:
    choices = (Choice("a", text("zebra", "一")), Choice("b", text("Ape", "丁")))

    assert [[each.key for each in sorted_choices(choices, language)] for language in ("en", "zh")] == [
        ["b", "a"],
        ["a", "b"],
    ]


def test_an_item_that_is_gone_goes_by_its_id() -> None:
    assert titles_of(PLACES, (EXERCISE.id, "p/l/gone"), "zh") == ("冻结主干", "p/l/gone")
