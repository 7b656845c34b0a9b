"""Takes back what the learner did last, wherever they ask for it, and says what that was."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from quizapp.desktop.pages.item.taken_words import TakenBack, taken_back
from quizapp.desktop.services import Services

if TYPE_CHECKING:
    # Only an annotation: the scheduler stays out of the way of the first paint.
    from quizapp.study.undo import Taken


def undo_last(
    services: Services, then: Callable[[TakenBack], None], on_error: Callable[[Exception], None] | None = None
) -> None:
    """Take back the last action; `then` is called once the shelf has the cards that there are after it."""
    services.store.submit(services.learner.undo, partial(_tell, services, then), on_error)


def _tell(services: Services, then: Callable[[TakenBack], None], taken: "Taken | None") -> None:
    # A card whose writing is taken back has its title only before, one that was thrown away only after.
    before = _title(services, taken)
    services.shelve()
    then(taken_back(taken, _title(services, taken) or before))


def _title(services: Services, taken: "Taken | None") -> str:
    item = services.find(taken.item) if taken is not None and taken.item is not None else None
    return item.title.read(services.appearance.wording.language) if item is not None else ""
