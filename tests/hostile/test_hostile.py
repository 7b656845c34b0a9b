"""Hostile programs: each is held, ends as it must, leaves the host as it was, and an honest run follows."""

import os

import pytest

from quizapp.sandbox.messages import Ending, Program, RunLimits
from quizapp.sandbox.observation import Whole
from quizapp.sandbox.sandbox import Sandbox
from tests.hostile.conftest import SECRET, Host
from tests.hostile.programs import ATTEMPT, PROGRAMS

HONEST = Program(code="import torch\nx = int(torch.ones(42).sum())", observe=("x",))


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_hostile_program_is_held(name: str, host: Host, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "TOKEN", SECRET)
    endings, code = PROGRAMS[name]
    sandbox.run(HONEST, RunLimits(seconds=20))
    before = host.state()
    limits = RunLimits(seconds=1.0 if endings == {Ending.TIMED_OUT} else 20.0)
    outcome = sandbox.run(Program(code=ATTEMPT + host.fill_in(code), observe=("model", "x", "model[0]")), limits)

    assert outcome.ending in endings
    assert "ESCAPED" not in outcome.stdout + outcome.stderr
    assert SECRET not in repr(outcome)
    assert host.state() == before
    honest = sandbox.run(HONEST, RunLimits(seconds=20))
    assert (honest.ending, honest.observations) == (Ending.FINISHED, {"x": Whole("42")})
