"""What the Browse page says of items, in the reader's language. Knows no Qt."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from quizapp.desktop.pages.browse.model import Choice, Deed, Found, Place, StateChoice, Wanted, gives_away, state_of
from quizapp.desktop.pages.item.words import Done, done_message
from quizapp.desktop.pages.learn.model import Kind
from quizapp.desktop.pages.learn.words import kind_word
from quizapp.message import Message, message
from quizapp.search.documents import Part
from quizapp.search.snippets import Snippet
from quizapp.study.model import ItemState
from quizapp.wording import Wording
from quizapp.wording.when import when_words

if TYPE_CHECKING:
    # Only an annotation: what it needs of the study room is there when the page is made.
    from quizapp.study.standing import Standing


def state_word(state: ItemState, kind: Kind, wording: Wording) -> str:
    """Return how far the learner is with an item, in one or two words."""
    if state is ItemState.REVIEW:
        return wording.say("Passed") if kind is Kind.EXERCISE else wording.say("Learnt")
    words = {
        ItemState.NEW: wording.say("New"),
        ItemState.STARTED: wording.say("In progress"),
        ItemState.LEARNING: wording.say("In progress"),
        ItemState.DUE: wording.say("Due"),
        ItemState.BURIED: wording.say("Buried"),
        ItemState.SUSPENDED: wording.say("Suspended"),
    }
    return words[state]


def choice_word(choice: StateChoice, wording: Wording) -> str:
    """Return the name of a filter by state."""
    words = {
        StateChoice.NEW: wording.say("New"),
        StateChoice.BEGUN: wording.say("In progress"),
        StateChoice.DUE: wording.say("Due"),
        StateChoice.LEARNT: wording.say("Learnt"),
        StateChoice.BURIED: wording.say("Buried"),
        StateChoice.SUSPENDED: wording.say("Suspended"),
        StateChoice.LEECH: wording.say("Often forgotten"),
    }
    return words[choice]


def due_words(standing: "Standing | None", now: datetime, wording: Wording) -> str:
    """Say when an item comes back, or since when it waits; "" where there is nothing to say.

    `now` is aware, and days are those of its zone; a standing of None is an item that nothing is known of.
    """
    if standing is None or standing.suspended:
        return ""
    comes_up = standing.buried_until if standing.is_away(now) else standing.due
    if comes_up is None:
        return ""
    if comes_up > now:
        return when_words(comes_up, now, wording)
    days = (now.date() - comes_up.astimezone(now.tzinfo).date()).days
    return wording.say("today") if days < 1 else wording.say_many("for {count} day", "for {count} days", days)


def spoken_row(place: Place, found: Found, snippet: str, wording: Wording) -> str:
    """Return a row of the list as a screen reader says it."""
    standing = found.standings.get(place.item)
    parts = (
        place.title.read(wording.language),
        kind_word(place.kind, wording),
        place.lesson_title.read(wording.language),
        state_word(state_of(standing, found.now), place.kind, wording),
        due_words(standing, found.now, wording),
        snippet,
    )
    return wording.say(", ").join(part for part in parts if part)


def snippet_to_show(snippet: Snippet, standing: "Standing | None", wording: Wording) -> Snippet:
    """Return a snippet with what it is from, or a sentence in its place where it would give the answer away."""
    if gives_away(snippet, standing):
        says = wording.say("A hint says it.") if snippet.part is Part.HINT else wording.say("The answer says it.")
        return Snippet(snippet.part, says)
    said = _said(snippet, wording)
    shift = said.rindex(snippet.text)
    return Snippet(snippet.part, said, tuple((start + shift, end + shift) for start, end in snippet.marks))


def _said(snippet: Snippet, wording: Wording) -> str:
    """Return a snippet with the word for what of the learner's own it is from."""
    if snippet.part is Part.NOTE:
        return wording.say("Your note: {text}", text=snippet.text)
    if snippet.part in (Part.DRAFT, Part.ATTEMPT):
        return wording.say("Your code: {text}", text=snippet.text)
    return snippet.text


def count_words(found: int, of: int, wording: Wording) -> str:
    """Say how many items the list has, and of how many if it is narrowed."""
    if found == of:
        return wording.say_many("{count} item", "{count} items", found)
    return wording.say("{found} of {of}", found=found, of=of)


def nothing_words(wanted: Wanted, of: int, wording: Wording) -> str:
    """Say why the list is empty."""
    if not of:
        return wording.say("There are no items yet. Packs and cards of your own appear here.")
    if wanted.has_words and wanted.filters:
        return wording.say("Nothing with these filters holds “{typed}”.", typed=wanted.typed.strip())
    if wanted.has_words:
        return wording.say("Nothing holds “{typed}”.", typed=wanted.typed.strip())
    return wording.say("Nothing passes these filters.")


def clear_words(wanted: Wanted, wording: Wording) -> str:
    """Say what the button under an empty list does."""
    if wanted.has_words and wanted.filters:
        return wording.say("Clear text and filters")
    return wording.say("Clear the text") if wanted.has_words else wording.say("Clear filters")


def progress_words(done: int, of: int, wording: Wording) -> str:
    """Say how far the index is."""
    return wording.say("Getting ready to search: {done} of {of} items", done=done, of=of)


def done_words(done: Done, titles: tuple[str, ...], day: date | None = None) -> Message:
    """Say what was done with the items of these titles; `day` for a date that was set."""
    if len(titles) == 1:
        return done_message(done, titles[0], day)
    count = len(titles)
    if done is Done.BURIED:
        return message("{count} items come back tomorrow. Z takes that back.", count=count)
    if done is Done.SUSPENDED:
        return message("{count} items do not come up any more. Z takes that back.", count=count)
    if done is Done.RESUMED:
        return message("{count} items come up again.", count=count)
    return message("{count} items come back on {day}. Z takes that back.", count=count, day=str(day))


def deed_word(deed: Deed, wording: Wording) -> str:
    """Return what a button says."""
    words = {
        Deed.BURY: wording.say("Bury"),
        Deed.SUSPEND: wording.say("Suspend"),
        Deed.RESUME: wording.say("Bring back"),
        Deed.DATE: wording.say("Set a date…"),
        Deed.STUDY: wording.say("Study now"),
    }
    return words[deed]


def deed_tip(deed: Deed, wording: Wording) -> str:
    """Return what it means."""
    words = {
        Deed.BURY: wording.say("Bury until tomorrow (B)"),
        Deed.SUSPEND: wording.say("Let it not come up any more (Shift+B)"),
        Deed.RESUME: wording.say("Let it come up again"),
        Deed.DATE: wording.say("Choose the day on which it comes back"),
        Deed.STUDY: wording.say("Go through what is chosen, due or not (Enter)"),
    }
    return words[deed]


def sorted_choices(choices: tuple[Choice, ...], language: str) -> tuple[Choice, ...]:
    """Return choices by their titles, as the reader sees them."""
    return tuple(sorted(choices, key=lambda choice: choice.title.read(language).casefold()))


def titles_of(places: Mapping[str, Place], items: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the titles of items."""
    return tuple(places[item].title.read(language) if item in places else item for item in items)
