"""What every page needs, made once at start-up and handed to each: no page looks anything up by itself."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizapp.consent import Permission
from quizapp.desktop.appearance import Appearance
from quizapp.desktop.shelf import Shelf
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
    """The open home, the packs that there are, and the ways to slow work.

    Attributes:
        shelf: the packs; they change while the app runs, and the shelf tells.
        runs: for work in the sandbox; several at once.
        store: for journal and drafts; one thread, so that things happen in the order in which they were asked.
        permission: asked before every run.
        live_shapes: whether shapes stand beside the code.
    """

    home: Home
    shelf: Shelf
    learner: "Learner"
    drafts: "Drafts"
    sandbox: "Sandbox"
    appearance: Appearance
    runs: "Background"
    store: "Background"
    permission: Permission = field(default_factory=Permission)
    live_shapes: Switch = field(default_factory=Switch)

    @property
    def packs(self) -> "tuple[Pack, ...]":
        """The packs that there are now."""
        return self.shelf.packs

    @property
    def problems(self) -> "tuple[PackError, ...]":
        """What could not be read of the packs."""
        return self.shelf.problems

    def find(self, item_id: "ItemId") -> "Item | None":
        """Return the item with this id from whichever pack has it, or None."""
        return self.shelf.find(item_id)

    def shelve(self) -> None:
        """Put on the shelf what the learner studies by now: own cards were written, imported, merged or taken back."""
        self.shelf.show(self.learner.packs)
