"""The toolkit of an exercise's `given.py`, `probe.py` and inputs: deterministic numbers, and what a program did.

Lives in the sandbox only: it imports torch. What it asks of torch and NumPy was bound before any learner's code ran,
so that replaced functions, overridden methods and active modes don't answer in their place.
"""

import inspect
from typing import Any, Final

from quizapp.probe.calls import Saved, caught, raises, saved_for_backward, trace_saved
from quizapp.probe.fillers import fill_, ramp
from quizapp.probe.forwards import Call, ForwardTrace, trace_forward
from quizapp.probe.numbers import close, numbers, shares_memory
from quizapp.probe.states import Snapshot, changed, gradient_states, modes, snapshot, trainable
from quizapp.probe.steps import Step, Trace, trace_steps

__all__ = [
    "Call",
    "ForwardTrace",
    "Saved",
    "Snapshot",
    "Step",
    "Trace",
    "caught",
    "changed",
    "close",
    "fill_",
    "gradient_states",
    "modes",
    "numbers",
    "raises",
    "ramp",
    "saved_for_backward",
    "shares_memory",
    "snapshot",
    "trace_forward",
    "trace_saved",
    "trace_steps",
    "trainable",
]

TOOLKIT: Final[dict[str, Any]] = {
    name: value
    for name, value in globals().items()
    if name in __all__ and (inspect.isfunction(value) or inspect.isclass(value))
}
"""What input expressions can use by name."""
