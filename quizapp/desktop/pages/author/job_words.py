"""What the Author page says of a job. Knows no Qt."""

from typing import TYPE_CHECKING

from quizapp.wording import Wording

if TYPE_CHECKING:
    from quizapp.desktop.pages.author.jobs import Job


def job_words(job: "Job", wording: Wording) -> str:
    """Say how a job goes on, or how it ended."""
    if job.trouble is not None:
        return wording.sentence(job.trouble)
    if job.work == "record":
        return _recording(job, wording) if not job.is_over else _recorded(job, wording)
    if job.work == "attack":
        return wording.say("Stopped.") if job.is_over else wording.say("Attacking the checks…")
    if not job.is_over:
        return wording.say("Verifying: {done} of {of}", done=job.done, of=job.of)
    looked_at = wording.say_many("{count} item verified", "{count} items verified", job.done)
    failing = wording.say_many("{count} does not hold", "{count} do not hold", job.failed)
    stopped = wording.say("Stopped.") + " " if job.was_stopped else ""
    if job.failed:
        return f"{stopped}{wording.say('{looked_at}, {failing}.', looked_at=looked_at, failing=failing)}"
    return stopped + wording.say("{looked_at}; all of them hold.", looked_at=looked_at)


def _recording(job: "Job", wording: Wording) -> str:
    return wording.say("Recording: {done} of {of}", done=job.done, of=job.of)


def _recorded(job: "Job", wording: Wording) -> str:
    if job.was_stopped:
        return wording.say("Stopped.") + " " + wording.say("Nothing was stored.")
    parts = [wording.say_many("{count} exercise recorded.", "{count} exercises recorded.", job.stored)]
    if job.same:
        parts.append(wording.say_many("{count} is as it was stored.", "{count} are as they were stored.", job.same))
    if job.failed:
        parts.append(wording.say_many("{count} needs mending.", "{count} need mending.", job.failed))
    return " ".join(parts)


def job_sign(job: "Job") -> tuple[str, str]:
    """Return the icon of a job and the name of its colour; "" while it goes on."""
    if not job.is_over:
        return "", "muted"
    if job.trouble is not None:
        return "warning", "bad"
    if job.failed:
        return "cross", "bad"
    return ("info", "muted") if job.was_stopped else ("check", "ok")
