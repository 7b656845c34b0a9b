"""Runs a program part by part in one namespace, then looks at what it left."""

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
from quizapp.sandbox.trace import TraceSeen
from quizapp.worker.asking import parse
from quizapp.worker.capture import Capture
from quizapp.worker.errors import (
    GIVEN_FILE,
    INPUTS_FILE,
    OBSERVE_FILE,
    describe_error,
    raised_directly_in,
    see_error,
)
from quizapp.worker.pack_modules import PackModules
from quizapp.worker.probing import Probing, names_in
from quizapp.worker.recording import Recording
from quizapp.worker.statements import Statement, statements_of
from quizapp.worker.tracing import Tracer
from quizapp.worker.untouched import builtins_of_ones_own, untouched
from quizapp.worker.warned import Warned
from quizapp.worker.watching import Watch

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_Namespace = dict[str, Any]
_settrace = sys.settrace
_setprofile = sys.setprofile
_setrecursionlimit = sys.setrecursionlimit
_THIS_PROCESS: Final = 0
_REAL_TIME: Final = 0
_PEAK_UNIT: Final = 1 if sys.platform == "darwin" else 1024


class Execution:
    """One program being run; its parts stop at the first that raises, observing goes on regardless."""

    def __init__(self, program: Program, restore: Callable[[], None]) -> None:
        self._program = program
        self._restore = restore
        self._modules = PackModules(program.modules)
        self._namespace: _Namespace = _main_module()
        self._probing = Probing(self._namespace)
        self._watch = Watch() if program.trace else None
        self._capture = Capture(self._watch)
        self._recording = Recording(self._capture) if program.trace else None
        self._tracer: Tracer | None = None
        self.error: RunError | None = None

    def run(self) -> None:
        """Run inputs, given, code and probe; a traced run is watched from the code on."""
        with contextlib.ExitStack() as watching:
            self._run(watching)
        if self._tracer is not None:
            self._tracer.end()

    def _run(self, watching: contextlib.ExitStack) -> None:
        program = self._program
        parts: tuple[tuple[Part, Callable[[], None]], ...] = (
            (Part.INPUTS, self._put_inputs),
            (Part.GIVEN, lambda: self._execute(program.given, GIVEN_FILE)),
            (Part.CODE, lambda: self._execute_traced(watching)),
            (Part.PROBE, self._probe),
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
        self._modules.restore()
        self._give_back_builtins()
        return {expression: self._observe(expression, self._capture) for expression in self._program.observe}

    def _put_inputs(self) -> None:
        self._modules.load(self._program.given, self._program.probe)
        known = {"torch": torch, "np": np, "numpy": np, **toolkit.TOOLKIT}
        for name, expression in self._program.inputs.items():
            value = eval(compile(expression, INPUTS_FILE, "eval"), known)
            known[name] = self._namespace[name] = value

    def _probe(self) -> None:
        self._restore()
        self._modules.restore()
        self._give_back_builtins()
        self._probing.run(self._program.probe)

    def _give_back_builtins(self) -> None:
        """Let what follows, which is not the learner's, have the real built-in functions."""
        dict.__setitem__(self._namespace, "__builtins__", builtins_of_ones_own())

    def _execute(self, source: str, file: str) -> None:
        # For tracebacks: the file exists nowhere but here.
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        exec(compile(source, file, "exec", dont_inherit=True), self._namespace)

    def _execute_traced(self, watching: contextlib.ExitStack) -> None:
        if self._recording is not None and self._watch is not None:
            watching.enter_context(self._watch)
            self._tracer = Tracer(self._statements(), self._recording)
            self._tracer.begin()
        self._execute(self._program.code, LEARNER_FILE)

    def _statements(self) -> dict[int, Statement]:
        try:
            return statements_of(self._program.code)
        except Exception:
            # What is wrong with the code, running it says.
            return {}

    def trace(self) -> TraceSeen | None:
        """Return what was seen of the learner's lines, None if nobody asked for it or there were none."""
        if self._tracer is None or self._recording is None:
            return None
        try:
            return self._recording.trace(cut=self._tracer.cut)
        except Exception:
            # A run without a trace is worth more than none.
            return None

    def _observe(self, expression: str, capture: Capture) -> Observation:
        try:
            tree = parse(expression, OBSERVE_FILE, "eval", self._namespace)
            code = compile(tree, OBSERVE_FILE, "eval", dont_inherit=True)
            names = names_in(code)
            failed = self._probing.failure_of(names)
            if failed is not None:
                return failed
            value = eval(code, {**self._namespace, "torch": torch})
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
    restore = untouched().restore
    execution = Execution(program, restore)
    with Warned() as warned:
        execution.run()
    restore()
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - began_cpu
    peak_bytes = max(0, _peak_bytes() - began_peak)
    _take_back(limit)
    with warned.silenced():
        observations = execution.observe()
        trace = execution.trace()
    _flush()
    return Report(
        observations=observations,
        error=execution.error,
        trace=trace,
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
    """Return the namespace of a fresh `__main__`: classes made in it are found there again, by pickle for one.

    It has built-in functions of its own: what the learner's code replaces there, ours doesn't use.
    """
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    sys.modules["builtins"] = own = builtins_of_ones_own()
    vars(main).update(__file__=LEARNER_FILE, __builtins__=own)
    return vars(main)


def _peak_bytes() -> int:
    """Return the most memory that this process ever occupied; 0 where the system doesn't say."""
    if not hasattr(resource, "getrusage"):
        return 0
    return int(resource.getrusage(_THIS_PROCESS).ru_maxrss) * _PEAK_UNIT


def _take_back(recursion_limit: int) -> None:
    """Undo what would make the observer trip over the learner's settings."""
    _settrace(None)
    _setprofile(None)
    _setrecursionlimit(recursion_limit)
    if hasattr(signal, "setitimer"):
        signal.setitimer(_REAL_TIME, 0)


def _flush() -> None:
    """Write out what was printed, also where the learner replaced the streams."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        # The learner may have put anything there, or closed it.
        with contextlib.suppress(BaseException):
            stream.flush()  # type: ignore[union-attr]
