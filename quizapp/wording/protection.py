"""What the app says of the protection from code that runs: in the rail, in the settings, and when it asks."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.message import Message
from quizapp.wording import Wording

if TYPE_CHECKING:
    from quizapp.sandbox.isolation import Isolation

GAPS_NAMED = 3
"""As many of what is not blocked are named in a question; the settings name all."""


@dataclass(frozen=True)
class Foot:
    """One line at the rail's foot. `sign` is the name of an icon, "" for none; `mood` a colour's name."""

    text: str
    sign: str = ""
    mood: str = "muted"


@dataclass(frozen=True)
class ConsentQuestion:
    """What is asked before the first run where not everything is blocked, and the two answers."""

    question: str
    explanation: str
    yes: str
    no: str


def foot(isolation: "Isolation | None", trouble: Message | None, wording: Wording) -> Foot:
    """Return what the rail says; a shield stands only where everything is blocked."""
    if trouble is not None:
        return Foot(wording.sentence(trouble), "warning", "warn")
    if isolation is None:
        return Foot(wording.say("Sandbox warming up…"))
    if isolation.level == "full":
        return Foot(wording.say("Code runs protected"), "shield", "ok")
    if isolation.level == "partial":
        return Foot(wording.say("Code runs with gaps in its protection"), "warning", "warn")
    return Foot(wording.say("Code runs unprotected, with your own permissions"))


def meaning(isolation: "Isolation | None", trouble: Message | None, wording: Wording) -> str:
    """Say in a sentence or two what the level means for the learner."""
    if trouble is not None:
        return wording.say("Cards and questions work without it.")
    if isolation is None:
        return wording.say("What protects this computer is known once the sandbox is ready.")
    if isolation.level == "full":
        return wording.say(
            "What you run can't reach your files, the network or other programs. Every way out that was tried is shut."
        )
    if isolation.level == "partial":
        return wording.say("Most ways out are shut on this computer, but not all. Run only code that you trust.")
    return wording.say(
        "What you run may do whatever you may do yourself. Only time, memory, output and crashes are held. "
        "Run only code that you trust."
    )


def listed(things: tuple[Message, ...], wording: Wording) -> str:
    """Return one line for each thing."""
    return "\n".join(f"•  {wording.sentence(thing)}" for thing in things)


def consent_question(isolation: "Isolation", wording: Wording) -> ConsentQuestion:
    """Return the question: what isn't blocked, and what that is worth to know."""
    lines = [wording.say("Code that you run on this computer can:"), listed(isolation.gaps[:GAPS_NAMED], wording)]
    more = len(isolation.gaps) - GAPS_NAMED
    if more > 0:
        lines.append(
            wording.say_many(
                "…and {count} thing more, named in the settings.",
                "…and {count} things more, named in the settings.",
                more,
            )
        )
    lines += ["", wording.say("What you write yourself is no danger; take care with what you paste.")]
    return ConsentQuestion(
        question=wording.say("Run code without full protection?"),
        explanation="\n".join(lines),
        yes=wording.say("Run code"),
        no=wording.say("Not now"),
    )
