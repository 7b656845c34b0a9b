"""Tries one program: what it printed, how it ended, what it changed, who is left, and whether the next run is well."""

import contextlib
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
import psutil

from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.observation import TensorSeen, Values
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.scratch import READY_MADE
from tests.hostile.corpus import HostileProgram
from tests.hostile.host import Host
from tests.hostile.lines import Tried

_PRELUDE: Final = (Path(__file__).parent / "prelude.py").read_text(encoding="utf-8")
_FIRST, _SECOND = "model[0].weight", "model[2].weight"
_OBSERVED: Final = ("model", "x", _FIRST, _SECOND)
_HONEST: Final = Program(
    code="""
import torch
from torch import nn

model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 2))
model[0].requires_grad_(False)
x = torch.randn(4, 8)
model(x).square().mean().backward()
""",
    observe=_OBSERVED,
)
_PLANTED: Final = (("planted_file", "notes.txt"), ("planted_folder", ".ssh"))
# As much as exercises need; filling more would only take longer.
_MEMORY_BYTES: Final = 384 << 20
_LATE_SECONDS: Final = 10.0
_SETTLING_SECONDS: Final = 5.0


class Trial:
    """Tries programs on one host, in one sandbox.

    Attributes:
        may_go_on: whether the host is as it was; if not, what comes next would be blamed for it.
    """

    def __init__(self, host: Host, sandbox: Sandbox) -> None:
        self._host = host
        self._sandbox = sandbox
        honest = sandbox.run(_HONEST, RunLimits(seconds=60)).observations.get(_SECOND)
        self._solution = honest.gradient if isinstance(honest, TensorSeen) else None
        sandbox.wait_until_ready(_SETTLING_SECONDS)
        self._residents = {process.pid for process in _descendants()} - {*sandbox.process_ids()}
        self._server = sandbox.process_ids()[:1]
        self.may_go_on = self._solution is not None

    def result_of(self, program: HostileProgram) -> Tried:
        """Run a program, then an honest one, and look around."""
        before = self._host.state()
        with self._planted(program):
            began = time.monotonic()
            outcome, reasons = self._run(program)
            seconds = time.monotonic() - began
        if outcome is not None:
            reasons += self._reasons(program, outcome)
        if seconds > program.seconds + _LATE_SECONDS:
            reasons.append(f"late: {seconds:.0f} s")
        reasons += self._aftermath()
        reasons += self._changes(before)
        return Tried(
            name=program.name,
            ending=outcome.ending if outcome is not None else "",
            reasons=tuple(reasons),
            seconds=round(seconds, 3),
            said=_words(outcome)[:2000] if outcome is not None and reasons else "",
        )

    def _run(self, program: HostileProgram) -> tuple[Outcome | None, list[str]]:
        confined = not self._sandbox.layers.get("seccomp", "unknown")
        code = self._host.fill_in(program.code, confined=confined)
        limits = RunLimits(seconds=program.seconds, memory_bytes=_MEMORY_BYTES)
        try:
            return self._sandbox.run(Program(given=_PRELUDE, code=code, observe=_OBSERVED), limits), []
        except Exception as error:
            # Whatever a program does is to be an outcome; an exception is what this looks for.
            return None, [f"the host raised {type(error).__name__}: {error}"[:200]]

    def _reasons(self, program: HostileProgram, outcome: Outcome) -> list[str]:
        printed = outcome.stdout + outcome.stderr
        reasons = [line[:120] for line in printed.splitlines() if line.startswith("ESCAPED")][:5]
        if any(canary in _everything(outcome) for canary in self._host.canaries):
            reasons.append("a secret in the outcome")
        if outcome.ending not in program.endings:
            reasons.append(f"ended as {outcome.ending} ({outcome.detail or _words(outcome)[:80]})")
        if program.forges and self._is_solution(outcome):
            reasons.append("taken for a solution")
        return reasons

    def _is_solution(self, outcome: Outcome) -> bool:
        """Whether what was observed is what freezing the first layer leaves behind."""
        first, second = outcome.observations.get(_FIRST), outcome.observations.get(_SECOND)
        if outcome.ending is not Ending.FINISHED or not isinstance(first, TensorSeen):
            return False
        frozen = not first.requires_grad and first.gradient is None and first.is_parameter
        if not frozen or not isinstance(second, TensorSeen) or second.gradient is None or self._solution is None:
            return False
        return _same(second.gradient, self._solution)

    def _aftermath(self) -> list[str]:
        """Run the honest program; look for processes that are left, and at the slots."""
        reasons = []
        try:
            outcome = self._sandbox.run(_HONEST, RunLimits(seconds=20))
            if not self._is_solution(outcome):
                reasons.append(f"the next run: {outcome.ending} {outcome.detail} {_words(outcome)[:80]}")
        except Exception as error:
            reasons.append(f"the next run: {type(error).__name__}: {error}"[:200])
        ready = self._sandbox.wait_until_ready(_SETTLING_SECONDS)
        if not ready or self._sandbox.process_ids()[:1] != self._server:
            reasons.append("the server died")
        left = self._left_over()
        if left:
            reasons.append(f"left over: {len(left)} processes")
        reasons += [f"left in a slot: {name}" for name in _unknown_in_slots()]
        self.may_go_on = not any(reason.startswith(("the next run", "the server")) for reason in reasons)
        for process in left:
            with contextlib.suppress(psutil.Error):
                process.kill()
        return reasons

    def _left_over(self) -> list[psutil.Process]:
        """Return processes that have no business to be there, once those that are on their way out are gone."""
        deadline = time.monotonic() + _SETTLING_SECONDS
        while True:
            known = {*self._sandbox.process_ids(), *self._residents, self._host.neighbour.pid}
            left = [process for process in _descendants() if process.pid not in known]
            if not left or time.monotonic() > deadline:
                return left
            psutil.wait_procs(left, timeout=0.01)

    def _changes(self, before: dict[str, object]) -> list[str]:
        after = self._host.state()
        changed = [name for name in before if before[name] != after[name]]
        if changed:
            self._host.restore()
            now = self._host.state()
            mended = {"visits", "signals"} | {name for name in changed if now[name] == before[name]}
            self.may_go_on = self.may_go_on and mended >= set(changed)
        return [f"changed: {name} {_difference(before[name], after[name])}" for name in changed]

    @contextlib.contextmanager
    def _planted(self, program: HostileProgram) -> Iterator[None]:
        """Put links into all slots for programs that look for them, and see that the used one is cleaned of them."""
        wanted = _PLANTED[0][0] in program.code
        links = [(slot / name, target) for slot in _slots() for name, target in _PLANTED] if wanted else []
        for link, target in links:
            link.symlink_to(self._host.home / target)
        yield
        deadline = time.monotonic() + _SETTLING_SECONDS
        while links and all(link.is_symlink() for link, _ in links) and time.monotonic() < deadline:
            psutil.wait_procs(self._left_over(), timeout=0.01)
        for link, _ in links:
            link.unlink(missing_ok=True)


def _descendants() -> list[psutil.Process]:
    """Return all processes below this one that are alive."""
    found = []
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
    return found


def _slots() -> list[Path]:
    return [slot for slot in Path(tempfile.gettempdir()).glob("quizapp-run-*/*") if slot.name.isdecimal()]


def _unknown_in_slots() -> list[str]:
    """Return what is in the slots beside what belongs there; a slot that can't be looked into is named itself."""
    found = []
    for slot in _slots():
        try:
            found += [f"{slot.name}/{entry.name}" for entry in slot.iterdir() if entry.name not in READY_MADE]
        except OSError:
            found.append(slot.name)
    return found


def _same(one: TensorSeen, other: TensorSeen) -> bool:
    if one.shape != other.shape or one.values is None or other.values is None or one.dtype != other.dtype:
        return False
    first, second = (np.frombuffer(tensor.values.data, dtype=np.float32) for tensor in (one, other) if tensor.values)
    return bool(np.allclose(first, second, rtol=1e-4, atol=1e-6))


def _everything(outcome: Outcome) -> str:
    """Return the outcome as one text, the numbers of its tensors included."""
    return msgspec.msgpack.encode(outcome, enc_hook=_raw).decode("latin-1")


def _raw(value: object) -> bytes:
    if isinstance(value, Values):
        return bytes(value.data)
    raise NotImplementedError(type(value).__name__)


def _words(outcome: Outcome) -> str:
    error = f"{outcome.error.type_name}: {outcome.error.message}" if outcome.error is not None else ""
    return f"{error} {outcome.stdout} {outcome.stderr}".strip()


def _difference(before: object, after: object) -> str:
    if isinstance(before, tuple) and isinstance(after, tuple):
        gone, new = [[item for item in one if item not in other] for one, other in ((before, after), (after, before))]
        return f"{gone} -> {new}"[:200]
    return f"{before} -> {after}"[:200]
