"""Says what the sandbox really keeps out on this machine, by trying forbidden things in one run of it."""

from typing import Final, Literal

from msgspec import Struct

from quizapp.message import Message, message
from quizapp.sandbox.attempts import ATTEMPTING, FORBIDDEN, INFORMATIVE, Attempt
from quizapp.sandbox.layers import REMOVABLE, LayerName
from quizapp.sandbox.messages import Ending, Outcome, Program
from quizapp.sandbox.observation import Sequence, Truth
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.stopper import Stopper
from quizapp.sandbox.way import Way

Level = Literal["full", "partial", "none"]

_ATTEMPTS: Final = (*FORBIDDEN, *INFORMATIVE)

_PROBE: Final = "blocked = [is_blocked(attempt) for attempt in ATTEMPTS]"

_OWN_PERMISSIONS: Final = (
    message("read, change and delete your files"),
    message("use the network"),
    message("start programs, and reach into those that run"),
)


class Layer(Struct, frozen=True, kw_only=True):
    """One of the things that protect the computer from a run.

    Attributes:
        name: a `LayerName`.
        detail: what is missing of it, as the system said it; "" if it is enforced whole.
    """

    name: str
    enforced: bool
    detail: str = ""


class Isolation(Struct, frozen=True, kw_only=True):
    """What the sandbox keeps out.

    Attributes:
        level: full: every forbidden attempt was blocked, whatever layer did it; partial: some were not, `gaps` names
            them; none: code runs with the user's own permissions, only time, memory, output and crashes are held.
        gaps: what was not blocked and could do harm, such as "read files of yours".
        remarks: what was not blocked and only tells something; the level is about the gaps alone.
    """

    level: Level
    layers: tuple[Layer, ...] = ()
    gaps: tuple[Message, ...] = ()
    remarks: tuple[Message, ...] = ()


def probe_isolation(sandbox: Sandbox, stopper: Stopper | None = None) -> Isolation:
    """Try what must not be possible, in one run; takes some milliseconds once the sandbox is ready.

    A pool of processes holds nothing of it in, so there nothing is tried: it would really happen.

    Raises:
        SandboxUnavailable: if no code can be run at all.
    """
    if sandbox.way is Way.POOL:
        # Its layers are known only once it is ready.
        sandbox.wait_until_ready()
        return Isolation(level="none", layers=_layers(sandbox), gaps=_OWN_PERMISSIONS)
    outcome = _try_all(sandbox, stopper)
    gaps = _not_blocked(outcome, FORBIDDEN)
    return Isolation(
        level=_level(sandbox, gaps), layers=_layers(sandbox), gaps=gaps, remarks=_not_blocked(outcome, INFORMATIVE)
    )


def _try_all(sandbox: Sandbox, stopper: Stopper | None) -> Outcome:
    # Not above: it looks for libraries that other systems than Linux don't have.
    from quizapp.sandbox.bait import laid_bait

    with laid_bait() as bait:
        values = {**bait, "ATTEMPTS": [attempt.expression for attempt in _ATTEMPTS]}
        inputs = {name: repr(value) for name, value in values.items()}
        return sandbox.run(Program(inputs=inputs, given=ATTEMPTING, code=_PROBE, observe=("blocked",)), stopper=stopper)


def _not_blocked(outcome: Outcome, attempts: tuple[Attempt, ...]) -> tuple[Message, ...]:
    """Return which of these attempts were not blocked; those that nothing is known of count as such."""
    seen = outcome.observations.get("blocked")
    if outcome.ending is not Ending.FINISHED or not isinstance(seen, Sequence) or len(seen.items) != len(_ATTEMPTS):
        return tuple(attempt.what for attempt in attempts)
    tried = zip(_ATTEMPTS, seen.items, strict=True)
    return tuple(attempt.what for attempt, blocked in tried if attempt in attempts and blocked != Truth(True))


def _level(sandbox: Sandbox, gaps: tuple[Message, ...]) -> Level:
    if not gaps:
        return "full"
    missing = sandbox.layers
    return "partial" if any(missing.get(layer, "missing") == "" for layer in REMOVABLE) else "none"


def _layers(sandbox: Sandbox) -> tuple[Layer, ...]:
    layers = {str(name): missing for name, missing in sandbox.layers.items()}
    in_order = sorted(layers, key=[*map(str, LayerName)].index)
    return tuple(Layer(name=name, enforced=not layers[name], detail=layers[name]) for name in in_order)
