"""Finds its way to lessons and items on the Learn page, as a person does: looks, scrolls, clicks."""

from quizapp.packs.library import Library
from quizapp.packs.model import Lesson
from quizapp.wording import Wording
from tests.journeys.driver import App


def open_lesson(app: App, library: Library, item: str, language: str) -> Lesson:
    """Show the lesson that holds an item on the Learn page."""
    lesson = library.packs[0].lesson_of(item)
    assert lesson is not None
    title, first = lesson.title.read(language), lesson.items[0].title.read(language)
    app.press("ctrl+2")
    shown = app.wait_for(" learnt" if language == "en" else "已学会", role="Button")
    # The lesson that is under way unfolds a moment after the page is there.
    app.wait_for_rest()
    for _ in range(2):
        if app.find(first) is None:
            app.reveal(title, among=shown)
            app.click(title)
            # A click that came as the lesson unfolded has folded it up again.
            app.wait_for_rest()
    app.wait_for(first)
    return lesson


def open_item(app: App, library: Library, item: str, language: str) -> None:
    """Open an item from the Learn page."""
    lesson = open_lesson(app, library, item, language)
    found = library.find(item)
    assert found is not None
    app.reveal(found.title.read(language), among=app.wait_for(lesson.items[0].title.read(language)))
    app.click(found.title.read(language))


def open_exercise(app: App, library: Library, item: str, language: str) -> None:
    """Open an exercise from the Learn page, and wait until it can be worked on."""
    open_item(app, library, item, language)
    app.wait_for(Wording(language).say("Check"), role="Button", enabled=True)
