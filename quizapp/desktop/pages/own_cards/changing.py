"""Changes the learner's own cards and puts what they are then on the shelf.

What is written goes through the journal only, so that no pack that is installed or updated touches it.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from quizapp.desktop.services import Services

if TYPE_CHECKING:
    # Only annotations: SQLite and the scheduler stay out of the way of the first paint.
    from quizapp.packs.model import ItemId
    from quizapp.study.own_cards import OwnCard


def write_card(
    services: Services, card: "OwnCard", then: Callable[[], None], on_error: Callable[[Exception], None]
) -> None:
    """Write a new card or another version of one; `then` is called when it is on the shelf."""
    _change(services, partial(services.learner.write_cards, (card,)), then, on_error)


def drop_card(
    services: Services, item: "ItemId", then: Callable[[], None], on_error: Callable[[Exception], None]
) -> None:
    """Throw a card away; `then` is called when it is off the shelf."""
    _change(services, partial(services.learner.drop_cards, (item,)), then, on_error)


def _change(
    services: Services, change: Callable[[], None], then: Callable[[], None], on_error: Callable[[Exception], None]
) -> None:
    def show(_nothing: object) -> None:
        services.shelve()
        then()

    services.store.submit(change, show, on_error)
