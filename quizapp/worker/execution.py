"""Runs a program part by part in one namespace, then looks at what it left."""

import builtins
import contextlib
import linecache
import random
import signal
import sys
import time
import types
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import torch

from quizapp import probe as toolkit
from quizapp.sandbox.messages import LEARNER_FILE, Part, Program, Report, RunError
from quizapp.sandbox.observation import ErrorSeen, Observation
from quizapp.worker.capture import Capture
from quizapp.worker.errors import (
    GIVEN_FILE,
    INPUTS_FILE,
    OBSERVE_FILE,
    describe_error,
    raised_directly_in,
    see_error,
)
from quizapp.worker.probing import Probing, names_in
from quizapp.worker.warned import Warned

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_Namespace = dict[str, Any]
_THIS_PROCESS: Final = 0
_REAL_TIME: Final = 0
_PEAK_UNIT: Final = 1 if sys.platform == "darwin" else 1024


class Execution:
    """One program being run; its parts stop at the first that raises, observing goes on regardless."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._namespace: _Namespace = _main_module()
        self._probing = Probing(self._namespace)
        self.error: RunError | None = None

    def run(self) -> None:
        """Run inputs, given, code and probe."""
        program = self._program
        parts: tuple[tuple[Part, Callable[[], None]], ...] = (
            (Part.INPUTS, self._put_inputs),
            (Part.GIVEN, lambda: self._execute(program.given, GIVEN_FILE)),
            (Part.CODE, lambda: self._execute(program.code, LEARNER_FILE)),
            (Part.PROBE, lambda: self._probing.run(program.probe)),
        )
        for part, run in parts:
            try:
                run()
            except BaseException as error:
                self.error = describe_error(error, part)
                return
        if self._probing.first_error is not None:
            self.error = describe_error(self._probing.first_error, Part.PROBE)

    def observe(self) -> dict[str, Observation]:
        """Evaluate and capture every observed expression."""
        capture = Capture()
        return {expression: self._observe(expression, capture) for expression in self._program.observe}

    def _put_inputs(self) -> None:
        known = {"torch": torch, "np": np, "numpy": np, **toolkit.TOOLKIT}
        for name, expression in self._program.inputs.items():
            value = eval(compile(expression, INPUTS_FILE, "eval"), known)
            known[name] = self._namespace[name] = value

    def _execute(self, source: str, file: str) -> None:
        # For tracebacks: the file exists nowhere but here.
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        exec(compile(source, file, "exec", dont_inherit=True), self._namespace)

    def _observe(self, expression: str, capture: Capture) -> Observation:
        try:
            code = compile(expression, OBSERVE_FILE, "eval", dont_inherit=True)
            names = names_in(code)
            failed = self._probing.failure_of(names)
            if failed is not None:
                return failed
            value = eval(code, {"torch": torch, **self._namespace})
        except BaseException as error:
            return self._see_failure(error)
        try:
            return capture.see(value)
        except BaseException as error:
            return see_error(error)

    def _see_failure(self, error: BaseException) -> ErrorSeen:
        missing = error.name if isinstance(error, NameError) and raised_directly_in(error, OBSERVE_FILE) else None
        return see_error(error, missing=missing)


def execute(program: Program) -> Report:
    """Run a program to its end and report what was seen; exceptions of the program are part of the report."""
    _seed(program.seed)
    limit = sys.getrecursionlimit()
    began, began_cpu, began_peak = time.perf_counter(), time.process_time(), _peak_bytes()
    execution = Execution(program)
    with Warned() as warned:
        execution.run()
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - began_cpu
    peak_bytes = max(0, _peak_bytes() - began_peak)
    _take_back(limit)
    with warned.silenced():
        observations = execution.observe()
    _flush()
    return Report(
        observations=observations,
        error=execution.error,
        warnings=warned.texts(),
        seconds=seconds,
        cpu_seconds=cpu_seconds,
        peak_bytes=peak_bytes,
    )


def _seed(seed: int) -> None:
    # torch.manual_seed also notes, with a traceback each, what to do once other devices are used.
    torch.default_generator.manual_seed(seed)
    random.seed(seed)
    np.random.seed(seed % (1 << 32))


def _main_module() -> _Namespace:
    """Return the namespace of a fresh `__main__`: classes made in it are found there again, by pickle for one."""
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    vars(main).update(__file__=LEARNER_FILE, __builtins__=_builtins_of_ones_own())
    return vars(main)


def _builtins_of_ones_own() -> types.ModuleType:
    """Return a copy of `builtins` for the learner's code: what it replaces there, our own code doesn't use."""
    copy = types.ModuleType("builtins", builtins.__doc__)
    vars(copy).update(vars(builtins))
    sys.modules["builtins"] = copy
    return copy


def _peak_bytes() -> int:
    """Return the most memory that this process ever occupied; 0 where the system doesn't say."""
    if not hasattr(resource, "getrusage"):
        return 0
    return int(resource.getrusage(_THIS_PROCESS).ru_maxrss) * _PEAK_UNIT


def _take_back(recursion_limit: int) -> None:
    """Undo what would make the observer trip over the learner's settings."""
    sys.settrace(None)
    sys.setprofile(None)
    sys.setrecursionlimit(recursion_limit)
    if hasattr(signal, "setitimer"):
        signal.setitimer(_REAL_TIME, 0)


def _flush() -> None:
    """Write out what was printed, also where the learner replaced the streams."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        # The learner may have put anything there, or closed it.
        with contextlib.suppress(BaseException):
            stream.flush()  # type: ignore[union-attr]
