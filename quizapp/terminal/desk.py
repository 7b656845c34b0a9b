"""What every part of a sitting in the terminal needs: handed to each, none looks anything up by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from quizapp.consent import Permission, Unasked
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.study.drafts import Drafts
from quizapp.study.learner import Learner
from quizapp.terminal.screen import Screen
from quizapp.wording import Wording
from quizapp.wording.protection import consent_question

_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Desk:
    """The open home, a sandbox, and the screen.

    Attributes:
        folder: where the files lie in which exercises are worked on.
    """

    screen: Screen
    wording: Wording
    packs: tuple[Pack, ...]
    learner: Learner
    drafts: Drafts
    sandbox: Sandbox
    permission: Permission
    folder: Path

    def run(self, work: Callable[[], _Answer]) -> _Answer | None:
        """Do something that runs code; where not everything is blocked, ask first, once.

        Returns:
            What the work gave, or None if the learner says no.

        Raises:
            SandboxUnavailable: if no code can be run.
        """
        try:
            self.permission.demand(self.sandbox)
        except Unasked as unasked:
            if not self._may_run(unasked):
                return None
            self.permission.give(unasked.isolation)
        return work()

    def _may_run(self, unasked: Unasked) -> bool:
        words = consent_question(unasked.isolation, self.wording)
        self.screen.print(words.question, "bold yellow")
        self.screen.print(words.explanation)
        return self.screen.ask(f"y = {words.yes}, n = {words.no}").lower() in ("y", "yes", "是")
