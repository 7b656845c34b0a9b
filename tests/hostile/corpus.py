"""Hostile programs as files: the first line says what must happen, the rest is what a learner might send.

The first line is `# MUST: part; part; …`. A part is the endings that are allowed (`finished|raised`, or `any`), or

- `verdict!=pass`: what is observed must not be what the honest solution leaves behind,
- `INFO`: where it isn't contained nothing private is lost; counted apart, and required only of an own file system,
- `HARMLESS`: must work; without confinement as well,
- `machine=x86_64`: makes sense there only,
- `control=skip`: too dangerous for the machine where nothing confines it,

or, for whoever reads it, words. Corpora of elsewhere name the endings `kind=ok|error|exit|…`.
"""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from quizapp.sandbox.messages import Ending

OWN_CORPUS: Final = Path(__file__).parent / "programs"

_HEAD: Final = "# MUST:"
_KINDS: Final[Mapping[str, frozenset[Ending]]] = {
    "ok": frozenset({Ending.FINISHED}),
    "error": frozenset({Ending.RAISED, Ending.REFUSED, Ending.OUT_OF_MEMORY}),
    "exit": frozenset({Ending.ENDED_EARLY, Ending.CRASHED, Ending.REFUSED, Ending.OUT_OF_MEMORY}),
    "crash": frozenset({Ending.CRASHED}),
    "timeout": frozenset({Ending.TIMED_OUT}),
    "flood": frozenset({Ending.TOO_MUCH_OUTPUT}),
    "protocol": frozenset({Ending.UNREADABLE}),
    "any": frozenset(Ending),
    **{ending.value: frozenset({ending}) for ending in Ending},
}
_LOOP_SECONDS: Final = 0.5
_MAYBE_LOOP_SECONDS: Final = 1.0
_SECONDS: Final = 10.0


@dataclass(frozen=True)
class HostileProgram:
    """One program of a corpus.

    Attributes:
        name: folder and file, without the ending.
        endings: how its run may end.
        text: what must happen, in words.
        forges: whether it pretends to be a solution, which must not succeed.
    """

    name: str
    code: str
    endings: frozenset[Ending]
    text: str
    forges: bool = False
    informational: bool = False
    harmless: bool = False
    skipped_in_control: bool = False
    machine: str = ""

    @property
    def seconds(self) -> float:
        """How long it may run; short where it is certain to run until it is stopped."""
        if Ending.TIMED_OUT not in self.endings:
            return _SECONDS
        return _LOOP_SECONDS if len(self.endings) == 1 else _MAYBE_LOOP_SECONDS

    @property
    def fits_this_machine(self) -> bool:
        """Whether it makes sense on this machine's processor."""
        return self.machine in ("", platform.machine())


def read_corpus(folder: Path) -> tuple[HostileProgram, ...]:
    """Return the programs under a folder, in the order of their names.

    Raises:
        ValueError: if a file doesn't say what must happen.
    """
    files = sorted(folder.rglob("*.py"))
    return tuple(_read(str(file.relative_to(folder).with_suffix("")), file) for file in files)


def _read(name: str, file: Path) -> HostileProgram:
    code = file.read_text(encoding="utf-8")
    first = code.partition("\n")[0]
    if not first.startswith(_HEAD):
        raise ValueError(f"{file}:1: expected `{_HEAD} …`, got {first!r}")
    parts = [part.strip() for part in first.removeprefix(_HEAD).split(";")]
    endings = [found for part in parts if (found := _endings(part)) is not None]
    values = dict(part.split("=", 1) for part in parts if part.startswith(("machine=", "control=")))
    return HostileProgram(
        name=name,
        code=code,
        endings=endings[0] if endings else frozenset(Ending),
        text=parts[-1],
        forges="verdict!=pass" in parts,
        informational=any(part.startswith("INFO") for part in parts),
        harmless="HARMLESS" in parts,
        skipped_in_control=values.get("control") == "skip",
        machine=values.get("machine", ""),
    )


def _endings(part: str) -> frozenset[Ending] | None:
    """Return the endings that a part of the first line allows, None if it is about something else."""
    words = part.removeprefix("kind=").split("|")
    if not all(word in _KINDS for word in words):
        return None
    return frozenset[Ending]().union(*(_KINDS[word] for word in words))
