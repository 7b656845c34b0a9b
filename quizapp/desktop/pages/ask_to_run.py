"""Asks whether code may run on a computer that does not block everything, over the page that wants to run it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from quizapp.desktop.services import Services
from quizapp.desktop.widgets.ask_first import AskFirst
from quizapp.wording.protection import consent_question

if TYPE_CHECKING:
    from quizapp.sandbox.isolation import Isolation


class AskToRun:
    """One page's way of asking; a yes is remembered for all of them."""

    def __init__(self, over: QWidget, services: Services) -> None:
        self._services = services
        self._ask_first = AskFirst(over)

    def ask(self, isolation: "Isolation", then: Callable[[], None]) -> None:
        """Say what is not blocked, and call `then` if code may run all the same."""
        words = consent_question(isolation, self._services.appearance.wording)
        allow = partial(self._allow, isolation, then)
        self._ask_first.ask(words.question, words.explanation, yes=words.yes, no=words.no, then=allow)

    def _allow(self, isolation: "Isolation", then: Callable[[], None]) -> None:
        self._services.permission.give(isolation)
        then()
