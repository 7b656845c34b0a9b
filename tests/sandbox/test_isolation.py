"""The report on what is kept out: full here, and honest where the kernel lacks something."""

import os
import subprocess
import sys

import msgspec
import pytest

from quizapp.sandbox.isolation import Isolation, Layer, probe_isolation
from quizapp.sandbox.sandbox import Sandbox

WITHOUT = """
import errno, sys
import pyseccomp
from pyseccomp import EQ, Arg
rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
calls = {
    "landlock": [("landlock_create_ruleset",)],
    "seccomp": [("seccomp",), ("prctl", Arg(0, EQ, 22))],
}
for missing in sys.argv[1:]:
    for name, *arguments in calls[missing]:
        rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), name, *arguments)
rules.load()
import msgspec
from quizapp.sandbox.isolation import probe_isolation
from quizapp.sandbox.messages import Program
from quizapp.sandbox.sandbox import Sandbox
with Sandbox() as sandbox:
    print(msgspec.json.encode(probe_isolation(sandbox)).decode())
    print(sandbox.run(Program(code="import torch; print(torch.ones(3).sum().item())")).stdout)
"""


def on_a_kernel_without(*layers: str) -> tuple[Isolation, str]:
    """Probe on a kernel that answers as if it had no such layer; and run a program there."""
    said = subprocess.run([sys.executable, "-c", WITHOUT, *layers], capture_output=True, text=True, check=True).stdout
    report, _, printed = said.partition("\n")
    return msgspec.json.decode(report, type=Isolation), printed.strip()


def test_everything_is_blocked_here(sandbox: Sandbox) -> None:
    isolation = probe_isolation(sandbox)

    assert (isolation.level, isolation.gaps) == ("full", ())
    assert [layer.name for layer in isolation.layers] == ["landlock", "limits", "seccomp", "user"]


def named_gaps(isolation: Isolation) -> set[str]:
    return {str(gap) for gap in isolation.gaps}


def test_without_landlock_files_can_be_read_and_that_is_said() -> None:
    isolation, printed = on_a_kernel_without("landlock")

    assert isolation.level == "partial"
    # A host that is root gives its runs another user, which file permissions keep out.
    read = set() if os.geteuid() == 0 else {"read files of yours", "list folders of yours"}
    assert read <= named_gaps(isolation)
    assert not {"use the network (TCP)", "start programs", "delete files"} & named_gaps(isolation)
    assert [layer.name for layer in isolation.layers if not layer.enforced] == ["landlock"]
    assert printed == "3.0"


def test_without_seccomp_programs_can_be_started_and_that_is_said() -> None:
    isolation, printed = on_a_kernel_without("seccomp")

    assert isolation.level == "partial"
    assert "start programs" in named_gaps(isolation)
    assert not {"read files of yours", "write files of yours", "send signals to other programs"} & named_gaps(isolation)
    assert [layer.name for layer in isolation.layers if not layer.enforced] == ["seccomp"]
    assert printed == "3.0"


def test_without_both_the_level_is_none() -> None:
    isolation, printed = on_a_kernel_without("landlock", "seccomp")

    assert (isolation.level, printed) == ("none", "3.0")


def test_a_sandbox_that_can_not_be_started_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with Sandbox() as broken:
        isolation = probe_isolation(broken)

    assert isolation.level == "none" and len(isolation.gaps) == 1


def test_another_system_is_none(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    assert probe_isolation(sandbox).level == "none"


def test_a_layer_is_a_value() -> None:
    assert Layer(name="seccomp", enforced=True) == Layer(name="seccomp", enforced=True, detail="")
