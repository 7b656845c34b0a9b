"""What every page needs, made once at start-up and handed to each: no page looks anything up by itself."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.consent import Permission
from quizapp.desktop.switch import Switch
from quizapp.home import Home

if TYPE_CHECKING:
    # Only the annotations need these: fsrs, sqlite3 and the sandbox stay out of the way of the first paint.
    from quizapp.desktop.background import Background
    from quizapp.packs.model import Item, ItemId, Pack
    from quizapp.packs.problems import PackError
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.study.drafts import Drafts
    from quizapp.study.learner import Learner


@dataclass(frozen=True)
class Services:
    """The open home, the packs that were read, and the ways to slow work.

    Attributes:
        problems: what could not be read of the packs.
        runs: for work in the sandbox; several at once.
        store: for journal and drafts; one thread, so that things happen in the order in which they were asked.
        permission: asked before every run.
        live_shapes: whether shapes stand beside the code.
    """

    home: Home
    packs: "tuple[Pack, ...]"
    problems: "tuple[PackError, ...]"
    learner: "Learner"
    drafts: "Drafts"
    sandbox: "Sandbox"
    appearance: Appearance
    runs: "Background"
    store: "Background"
    permission: Permission = field(default_factory=Permission)
    live_shapes: Switch = field(default_factory=Switch)

    def find(self, item_id: "ItemId") -> "Item | None":
        """Return the item with this id from whichever pack has it, or None."""
        return next((item for pack in self.packs if (item := pack.find(item_id)) is not None), None)
