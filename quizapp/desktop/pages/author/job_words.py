"""What the Author page says of a job. Knows no Qt."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.wording import Wording
from quizapp.wording.percent import percent_words

if TYPE_CHECKING:
    from quizapp.desktop.pages.author.jobs import Job


def job_words(job: "Job", wording: Wording, changed: int = 0) -> str:
    """Say how a job goes on, or how it ended; of what was verified, `changed` items are others by now."""
    if job.trouble is not None:
        return wording.sentence(job.trouble)
    if job.work == "record":
        return wording.paragraph(*_recorded(job, wording)) if job.is_over else _recording(job, wording)
    if not job.is_over:
        return wording.say("Verifying: {done} of {of}", done=job.done, of=job.of)
    return wording.paragraph(*_verified(job, wording, changed))


def _verified(job: "Job", wording: Wording, changed: int) -> Iterator[str]:
    if job.was_stopped:
        yield wording.say("Stopped.")
    looked_at = wording.say_many("{count} item verified", "{count} items verified", job.done)
    if changed:
        since = wording.say_many("{count} was changed since", "{count} were changed since", changed)
        yield wording.say("{looked_at}, {since}.", looked_at=looked_at, since=since)
        return
    if job.failed:
        failing = wording.say_many("{count} does not hold", "{count} do not hold", job.failed)
        yield wording.say("{looked_at}, {failing}.", looked_at=looked_at, failing=failing)
    elif job.survivors or job.unattacked:
        yield wording.say("{looked_at}.", looked_at=looked_at)
    else:
        yield wording.say("{looked_at}; all of them hold.", looked_at=looked_at)
    yield from _attacked(job, wording)


def _attacked(job: "Job", wording: Wording) -> Iterator[str]:
    """Yield what became of the wrong programs that were made of the solutions."""
    if job.survivors:
        yield wording.say_many(
            "{count} wrong program passes the checks.", "{count} wrong programs pass the checks.", job.survivors
        )
    if job.unattacked:
        yield wording.say_many(
            "The checks of {count} exercise could not be attacked.",
            "The checks of {count} exercises could not be attacked.",
            job.unattacked,
        )
    if attacks := job.caught + job.survivors:
        strength = percent_words(job.caught / attacks, wording)
        yield wording.say_many(
            "Strength of the checks: {percent} of {count} attack.",
            "Strength of the checks: {percent} of {count} attacks.",
            attacks,
            percent=strength,
        )


def _recording(job: "Job", wording: Wording) -> str:
    return wording.say("Recording: {done} of {of}", done=job.done, of=job.of)


def _recorded(job: "Job", wording: Wording) -> Iterator[str]:
    if job.was_stopped:
        yield wording.say("Stopped.")
        yield wording.say("Nothing was stored.")
        return
    if job.stored or not job.differing:
        yield wording.say_many("{count} exercise recorded.", "{count} exercises recorded.", job.stored)
    if job.differing:
        yield _differing(job, wording)
    if job.same:
        yield wording.say_many("{count} is as it was stored.", "{count} are as they were stored.", job.same)
    if job.failed:
        yield wording.say_many("{count} needs mending.", "{count} need mending.", job.failed)


def _differing(job: "Job", wording: Wording) -> str:
    if job.is_kept:
        return wording.say_many(
            "{count} exercise differs from what is stored, which was kept.",
            "{count} exercises differ from what is stored, which was kept.",
            job.differing,
        )
    return wording.say_many(
        "{count} exercise differs from what is stored; nothing of it is stored yet.",
        "{count} exercises differ from what is stored; nothing of them is stored yet.",
        job.differing,
    )


def job_sign(job: "Job", changed: int = 0) -> tuple[str, str]:
    """Return the icon of a job and the name of its colour; "" while it goes on."""
    if not job.is_over:
        return "", "muted"
    if job.trouble is not None:
        return "warning", "bad"
    if job.failed and not changed:
        return "cross", "bad"
    if job.was_stopped or job.differing or changed:
        return "info", "muted"
    return ("hole", "warn") if job.survivors or job.unattacked else ("check", "ok")
