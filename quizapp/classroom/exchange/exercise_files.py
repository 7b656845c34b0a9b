"""An exercise as the files that a pack holds it in."""

from collections.abc import Iterator

from quizapp.classroom.exchange.drafts import CheckDraft, ExerciseDraft
from quizapp.classroom.exchange.question_files import toml_list, toml_text


def exercise_files(draft: ExerciseDraft) -> dict[str, str]:
    """Return the texts of an exercise's files by their names within its folder."""
    files = {
        "exercise.toml": "\n".join([f"title = {toml_text(draft.title)}", *_checks(draft.checks)]) + "\n",
        "prompt.md": f"{draft.prompt}\n",
        "starter.py": draft.starter,
        "solution.py": draft.solution,
        "given.py": draft.given,
        "probe.py": draft.probe,
    }
    return {name: text for name, text in files.items() if text or name in ("starter.py", "solution.py")}


def _checks(checks: tuple[CheckDraft, ...]) -> Iterator[str]:
    for check in checks:
        yield "\n[[checks]]"
        yield f"observe = {toml_text(check.observe)}"
        if check.aspects:
            yield f"aspects = {toml_list(tuple(aspect.value for aspect in check.aspects))}"
        if check.tolerance is not None:
            yield f"tolerance = {{ relative = {check.tolerance.relative!r}, absolute = {check.tolerance.absolute!r} }}"
        if check.weight is not None:
            yield f"weight = {check.weight!r}"
        if check.says.strip():
            yield f"says = {toml_text(check.says)}"
