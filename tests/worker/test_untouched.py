"""What a program replaced in our own modules is given back; what it added stays."""

import json
import sys
import types
from collections.abc import Iterator

import pytest

from quizapp import probe
from quizapp.probe import states
from quizapp.worker import capture
from quizapp.worker.untouched import Untouched, builtins_of_ones_own


@pytest.fixture
def kept() -> Iterator[Untouched]:
    untouched = Untouched([module for name, module in sys.modules.items() if name.startswith("quizapp.")], [json])
    yield untouched
    untouched.restore()


def test_replaced_names_are_given_back_and_new_ones_stay(kept: Untouched) -> None:
    changed, dumps = probe.changed, json.dumps
    vars(probe).update(changed=None, new=1)
    vars(json).update(dumps=None)
    kept.restore()

    assert (probe.changed, json.dumps, vars(probe).pop("new")) == (changed, dumps, 1)


def test_modules_that_are_gone_or_others_are_imported_again(kept: Untouched) -> None:
    sys.modules["quizapp.probe"] = types.ModuleType("quizapp.probe")
    del sys.modules["quizapp.probe.states"]
    kept.restore()

    assert (sys.modules["quizapp.probe"], sys.modules["quizapp.probe.states"]) == (probe, states)


def test_code_and_defaults_of_functions_are_given_back(kept: Untouched) -> None:
    code, defaults, inner = probe.raises.__code__, probe.close.__defaults__, probe.trace_steps.__wrapped__.__code__  # type: ignore[attr-defined]
    probe.raises.__code__ = (lambda call: "").__code__
    probe.close.__defaults__ = (9.0, 9.0)
    probe.trace_steps.__wrapped__.__code__ = (lambda module: 1).__code__  # type: ignore[attr-defined]
    kept.restore()

    assert (probe.raises.__code__, probe.close.__defaults__) == (code, defaults)
    assert probe.trace_steps.__wrapped__.__code__ is inner  # type: ignore[attr-defined]


def test_classes_are_given_back_without_what_was_added(kept: Untouched) -> None:
    see, moved = capture.Capture.see, vars(probe.Trace)["moved"]
    setattr(capture.Capture, "see", None)  # noqa: B010
    setattr(capture.Capture, "__getattribute__", None)  # noqa: B010
    setattr(probe.Trace, "moved", [])  # noqa: B010
    kept.restore()

    assert (capture.Capture.see, vars(probe.Trace)["moved"]) == (see, moved)
    assert "__getattribute__" not in vars(capture.Capture)


def test_built_in_functions_of_ones_own_are_a_copy() -> None:
    one, other = builtins_of_ones_own(), builtins_of_ones_own()
    vars(one)["len"] = None

    assert vars(other)["len"] is len
