"""May a learner's code run here? Where not everything is blocked they are asked, once; again only if it got worse."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.settings import Consent

if TYPE_CHECKING:
    # Only the annotations need these: the sandbox stays out of the way of the first paint.
    from quizapp.sandbox.isolation import Isolation
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.stopper import Stopper


class Unasked(Exception):
    """The learner has not said yet that code may run with this isolation; nothing was run."""

    def __init__(self, isolation: "Isolation") -> None:
        super().__init__(isolation.level)
        self.isolation = isolation


def needs_asking(isolation: "Isolation", given: Consent | None) -> bool:
    """Tell whether the learner must be asked before code runs: something is not blocked that they don't know of."""
    if isolation.level == "full":
        return False
    if given is None:
        return True
    if given.level == "none":
        return False
    return isolation.level == "none" or not set(consent_to(isolation).gaps) <= set(given.gaps)


def consent_to(isolation: "Isolation") -> Consent:
    """Return what is remembered of a yes."""
    return Consent(level=isolation.level, gaps=tuple(gap.template for gap in isolation.gaps))


class Permission:
    """What is known of the isolation, and of the learner's answer; every run asks here first. Thread-safe.

    Attributes:
        isolation: None until somebody looked.
    """

    def __init__(
        self,
        given: Consent | None = None,
        keep: Callable[[Consent], None] | None = None,
        tell: "Callable[[Isolation], None] | None" = None,
    ) -> None:
        """Begin with what the learner said yes to before.

        Args:
            given: that yes.
            keep: remembers a new yes beyond this session.
            tell: hears of the isolation once it is known, in the thread that looked.
        """
        self.isolation: Isolation | None = None
        self._given = given
        self._keep = keep
        self._tell = tell

    def look(self, sandbox: "Sandbox", stopper: "Stopper | None" = None) -> "Isolation":
        """Find out what the sandbox keeps out, the first time; waits until it is ready.

        Raises:
            SandboxUnavailable: if no code can be run.
        """
        from quizapp.sandbox.isolation import probe_isolation

        if self.isolation is not None:
            return self.isolation
        # Two threads may both come here: then both look, and see the same.
        found = probe_isolation(sandbox, stopper)
        if stopper is None or not stopper.stopped:
            self.isolation = found
            if self._tell is not None:
                self._tell(found)
        return found

    def demand(self, sandbox: "Sandbox", stopper: "Stopper | None" = None) -> None:
        """Return if code may run now, or if it was stopped before anything could.

        Raises:
            Unasked: if the learner must be asked first.
            SandboxUnavailable: if no code can be run.
        """
        isolation = self.look(sandbox, stopper)
        if stopper is not None and stopper.stopped:
            return
        if needs_asking(isolation, self._given):
            raise Unasked(isolation)

    def give(self, isolation: "Isolation") -> None:
        """The learner said yes to this."""
        self._given = consent_to(isolation)
        if self._keep is not None:
            self._keep(self._given)
