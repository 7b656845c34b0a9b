"""What is fuzzed: real reports, each with an exercise that judges it. One exercise looks at every kind of value."""

from dataclasses import dataclass
from pathlib import Path

from quizapp.judging.compare import compare
from quizapp.judging.expectations import Expectations, ExpectationsError, read_expectations
from quizapp.judging.judge import observed_expressions
from quizapp.judging.relations import compare_relations
from quizapp.packs.library import Library
from quizapp.packs.model import Aspect, Check, Exercise, Text
from quizapp.sandbox.frames import encode_report
from quizapp.sandbox.messages import Ending, Outcome, Part, Program, Report, RunError, RunLimits
from quizapp.sandbox.observation import Observation
from quizapp.sandbox.sandbox import Sandbox

EVERY_KIND = Program(
    code='''
import collections, enum, functools, torch, numpy as np
from torch import nn

class Colour(enum.Enum):
    RED = 1

class Net(nn.Module):
    """Tied, frozen, buffered, with loose and hidden parts."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(nn.Conv2d(1, 2, 2), nn.BatchNorm2d(2), nn.ReLU())
        self.head = nn.Linear(8, 3)
        self.tied = nn.Linear(8, 3, bias=False)
        self.tied.weight = self.head.weight
        self.register_buffer("steps", torch.zeros(2), persistent=False)
        self.scale = torch.ones(1)
        self.layers = [nn.Linear(2, 2)]

    def forward(self, x):
        return self.head(torch.flatten(self.features(x), 1))

names = "bool uint8 int8 int16 int32 int64 float16 float32 float64 bfloat16 complex64 complex128 uint16 uint32 uint64"
of_dtypes = {name: torch.ones(2, 3).to(getattr(torch, name)) for name in names.split()}
float8 = [torch.ones(3).to(getattr(torch, name)) for name in ("float8_e4m3fn", "float8_e5m2")]
net = Net()
net.features[0].weight.requires_grad_(False)
adam = torch.optim.AdamW([{"params": net.features.parameters()}, {"params": net.head.parameters(), "lr": 0.5}])
net(torch.ones(2, 1, 3, 3)).sum().backward()
adam.step()
weight, bias = net.head.weight, net.head.bias
steps = torch.arange(12.0).reshape(3, 4)
turned, second_row, scalar, empty = steps.T, steps[1], torch.tensor(2.5), torch.empty(0, 3)
odd = torch.tensor([float("nan"), float("inf"), -0.0, 1e-45])
conjugate = torch.ones(2, dtype=torch.complex64).conj()
sparse, spread = torch.eye(2).to_sparse(), torch.ones(3).expand(2, 3)
array, shared = np.arange(6.0).reshape(2, 3), steps.numpy()
numbers = [1, -7, 2**200, 1.5, float("inf"), True, None]
words = {"a": "é \\u202e", 2: ("b" * 3000, b"c"), "deep": [[[{}]]], None: {1, 2}}
named = [Colour.RED, torch.float32, torch.Size([2, 3]), range(5), slice(1, 2), 3j]
for step in range(3):
    loss = net(torch.ones(2, 1, 3, 3)).sum()
others = [named, object, print, Net, collections.deque("ab")]
partial, error, thing = functools.partial(max, 1), ValueError("no\\nsuch"), iter(())
''',
    trace=True,
    observe=(
        *("of_dtypes", "float8", "net", "net.features", "adam", "weight", "weight.grad", "bias", "steps", "turned"),
        *("second_row", "scalar", "empty", "odd", "conjugate", "sparse", "spread", "array", "shared", "numbers"),
        *("words", "others", "partial", "error", "thing", "net.forward", "missing", "steps[9]", "torch.Tensor"),
    ),
)
RELATED = (
    ("steps", "turned"),
    ("steps", "shared"),
    ("weight", "net.tied.weight"),
    ("array", "odd"),
    ("error", "thing"),
)
ALL_ASPECTS: tuple[tuple[Aspect, ...], ...] = ((), *((aspect,) for aspect in Aspect))


@dataclass(frozen=True)
class Subject:
    """A real report, and who judges it.

    Attributes:
        frame: as a child sends it after `BEGUN`.
        traced: whether it was asked for a trace.
    """

    exercise: Exercise
    expectations: Expectations
    variant: str
    expressions: tuple[str, ...]
    frame: bytes
    traced: bool = False

    @property
    def expected(self) -> dict[str, Observation]:
        return self.expectations.observations[self.variant]


def frame_of(report: Report) -> bytes:
    return b"".join(map(bytes, encode_report(report)))


def shipped_subjects(library: Library) -> tuple[Subject, ...]:
    """The solutions of all shipped exercises, as they were recorded."""
    exercises = [item for pack in library.packs for item in pack.items() if isinstance(item, Exercise)]
    return tuple(
        subject_of(exercise, expectations, variant.name)
        for exercise in exercises
        for expectations in [read_expectations(exercise.folder)]
        for variant in exercise.variants
    )


def subject_of(exercise: Exercise, expectations: Expectations, variant: str) -> Subject:
    expressions = observed_expressions(exercise)
    seen = expectations.observations[variant]
    report = Report(observations={name: seen[name] for name in expressions}, seconds=0.01, peak_bytes=4096)
    return Subject(exercise, expectations, variant, expressions, frame_of(report))


def subject_of_every_kind(sandbox: Sandbox) -> Subject:
    """One real run that leaves every kind of observation behind, and an exercise that checks all of it."""
    outcome = sandbox.run(EVERY_KIND, RunLimits(seconds=20))
    assert outcome.ending is Ending.FINISHED, outcome.error
    return subject_of_outcome(outcome)


def subject_of_outcome(outcome: Outcome) -> Subject:
    observations = outcome.observations
    exercise = Exercise(
        id="pack/lesson/everything",
        folder=Path("everything"),
        title=Text("en", {"en": "Everything"}),
        prompt=Text("en", {"en": ""}),
        starter="",
        solution=EVERY_KIND.code,
        checks=tuple(check for check in all_checks(observations) if is_possible(check, observations)),
    )
    expectations = Expectations("2", {"default": observations})
    report = Report(
        observations=observations,
        error=RunError(part=Part.PROBE, type_name="ValueError", message="no", bases=("ValueError",), line=3, errno=2),
        trace=outcome.trace,
        warnings=("exercise.py:1: UserWarning: x",),
        seconds=outcome.seconds,
        cpu_seconds=outcome.cpu_seconds,
        peak_bytes=outcome.peak_bytes,
    )
    return Subject(exercise, expectations, "default", tuple(observations), frame_of(report), outcome.trace is not None)


def all_checks(observations: dict[str, Observation]) -> tuple[Check, ...]:
    """Every aspect of every value; and every value by its usual aspects without regard to order."""
    alone = [Check(observe=name, aspects=aspects) for name in observations for aspects in ALL_ASPECTS]
    unordered = [Check(observe=name, ordered=False) for name in observations]
    sharing = [Check(observe=one, shares_with=other) for one, other in RELATED if {one, other} <= {*observations}]
    same = [Check(observe=one, same_as=other) for one, other in RELATED if {one, other} <= {*observations}]
    return (*alone, *unordered, *sharing, *same)


def is_possible(check: Check, observations: dict[str, Observation]) -> bool:
    """Whether the solution itself can be judged by this check."""
    try:
        if check.shares_with is None and check.same_as is None:
            compare(check, observations[check.observe], observations[check.observe])
        else:
            compare_relations(check, observations, observations)
    except ExpectationsError:
        return False
    return True
