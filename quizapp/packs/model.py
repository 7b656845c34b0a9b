"""The values that a pack is made of, as its instructor means them. Reading them from files is `packs.reading`."""

from collections.abc import Container
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

ItemId: TypeAlias = str
"""`pack/lesson/item`: never changes, keys everything that is stored about an item."""


class Text(Struct, frozen=True):
    """A text in one or more languages.

    Attributes:
        native: the pack's own language, which is what a reader gets where theirs is missing.
        by_language: language code ("en", "zh") to text; always holds `native`.
    """

    native: str
    by_language: dict[str, str]

    def read(self, language: str) -> str:
        """Return the text in `language`, or else in the pack's own language."""
        return self.by_language.get(language, self.by_language[self.native])


class Aspect(StrEnum):
    """The side of an observed value that a check compares."""

    # any value
    TYPE = "type"
    VALUE = "value"
    # tensors (VALUE, SHAPE, GRADIENT … of a module mean: of each of its parameters, by name)
    SHAPE = "shape"
    DTYPE = "dtype"
    DEVICE = "device"
    STRIDE = "stride"
    CONTIGUOUS = "contiguous"
    REQUIRES_GRAD = "requires_grad"
    IS_LEAF = "is_leaf"
    IS_PARAMETER = "is_parameter"
    GRAD_FN = "grad_fn"
    VERSION = "version"  # how often it was written to in place: of an input that must stay as it is
    OFFSET = "offset"  # of a view in its memory, in elements
    LAYOUT = "layout"  # strided or sparse
    GRADIENT = "gradient"
    GRADIENT_STATE = "gradient_state"  # absent, zero or nonzero
    # modules: names are dotted paths as named_parameters() gives them
    PARAMETERS = "parameters"
    TRAINABLE = "trainable"
    BUFFERS = "buffers"
    CHILDREN = "children"
    MODE = "mode"  # training flag of every submodule
    STATE_KEYS = "state_keys"
    TIED = "tied"
    SETTINGS = "settings"  # what torch's own layers were made with: padding_idx, p, stride
    # optimizers
    GROUPS = "groups"
    HYPERPARAMETERS = "hyperparameters"
    STATE = "state"  # names of what it keeps per parameter: momentum_buffer
    # two values
    SHARING = "sharing"
    IDENTITY = "identity"
    # not of an observation
    RULE = "rule"
    NAME = "name"  # a name that should exist does not
    ERROR = "error"  # observing the value raised


class Tolerance(Struct, frozen=True, forbid_unknown_fields=True):
    """|got - expected| <= absolute + relative * |expected|."""

    relative: float
    absolute: float


class Check(Struct, frozen=True, kw_only=True):
    """What is compared after a run, and what to say when it differs.

    Attributes:
        observe: a Python expression, evaluated after the learner's code and the probe: `net[0].weight`.
        aspects: what of it is compared; empty means the usual ones for its kind (judging.compare.usual_aspects).
        shares_with: an expression; whether both share memory is compared with what the solution gave.
        same_as: an expression; whether both are one object is compared with what the solution gave.
        ordered: whether the order of names or list entries counts; None means: not for a module's names, yes for lists.
        tolerance: None means torch.testing.assert_close's, by dtype.
        says: the instructor's words for this check, shown beside its tick or cross.
        weight: how many points it is worth where a class is graded; with 0 it must hold all the same.
    """

    observe: str
    aspects: tuple[Aspect, ...] = ()
    shares_with: str | None = None
    same_as: str | None = None
    ordered: bool | None = None
    tolerance: Tolerance | None = None
    says: Text | None = None
    weight: float = 1.0


class Asked(StrEnum):
    """What a prediction is about."""

    SHAPE = "shape"
    GRADIENT = "gradient"
    SHARING = "sharing"


CHOICES: dict[Asked, tuple[str, ...]] = {
    Asked.GRADIENT: ("absent", "zero", "nonzero"),
    Asked.SHARING: ("yes", "no"),
}
"""The answers to choose from, as `answers` spells them; a shape is typed."""


class Prediction(Struct, frozen=True, kw_only=True):
    """What a learner is asked about a run before it runs; the run itself answers.

    Attributes:
        observe: a Python expression, evaluated after the learner's code: `y`, `net.a.weight`.
        shares_with: for sharing: the expression of the other value.
        says: the instructor's words for the question.
    """

    observe: str
    asks: Asked
    shares_with: str | None = None
    says: Text | None = None

    @property
    def observed(self) -> tuple[str, ...]:
        """The expressions that a run has to observe to answer."""
        return (self.observe,) if self.shares_with is None else (self.observe, self.shares_with)


class RuleKind(StrEnum):
    """What a static rule asks of the code, looked up in its syntax tree before anything runs."""

    MUST_CALL = "must_call"
    MUST_NOT_CALL = "must_not_call"
    MUST_NOT_USE = "must_not_use"


class Rule(Struct, frozen=True, kw_only=True):
    """A static rule: `must_not_call = "clone"` forbids `clone(…)`, `x.clone(…)` and `torch.clone(…)`."""

    kind: RuleKind
    name: str
    says: Text | None = None


class Variant(Struct, frozen=True, kw_only=True):
    """One set of inputs. The learner sees the first; a check runs them all.

    Attributes:
        inputs: name to Python expression, evaluated with torch and the probe toolkit before `given`.
    """

    name: str
    inputs: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        """The inputs as code to read: `x = ramp(2, 3)`, a line each."""
        return "".join(f"{name} = {expression}\n" for name, expression in self.inputs.items())


class Mistake(Struct, frozen=True, kw_only=True):
    """A typical wrong solution: a test of the checks and, matched, an explanation for the learner.

    Attributes:
        uses, lacks: names, attributes or keywords that the code must, must not contain for this mistake to match;
            they tell apart mistakes that leave the same state behind.
        concept_title: the title that the pack gives the concept; None where it gives none.
    """

    name: str
    code: str
    feedback: Text
    concept: str | None = None
    uses: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    concept_title: Text | None = None

    def concept_name(self, language: str) -> str | None:
        """Return the concept as a reader knows it: its title, or else the word by which items name it."""
        return self.concept if self.concept_title is None else self.concept_title.read(language)


class Alternative(Struct, frozen=True):
    """Another right solution: must pass."""

    name: str
    code: str


class Equivalent(Struct, frozen=True, kw_only=True):
    """A mark of the author: this attack on the exercise may pass, since it does what is asked.

    Attributes:
        attack: its name, as verifying prints it.
        line: of the solution, to mean only one of several attacks with this name.
        why: why it is no wrong program; for whoever reads the pack.
    """

    attack: str
    why: str
    line: int | None = None


class Card(Struct, frozen=True, kw_only=True):
    """Front and back in Markdown, rated by the learner."""

    id: ItemId
    folder: Path
    title: Text
    front: Text
    back: Text
    concepts: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    source: str | None = None


class Option(Struct, frozen=True, kw_only=True):
    """One answer of a choice or multiple question; `why` is shown once it was chosen."""

    text: Text
    right: bool
    why: Text | None = None


class QuestionKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"  # one of the options
    MULTIPLE = "multiple"  # all the right options and no other
    SHAPE = "shape"  # a shape, typed: 4, 2, 3
    NUMBER = "number"
    TEXT = "text"  # a short text; spaces do not count
    ORDER = "order"  # lines to put in order (Parsons)
    SPOT = "spot"  # the line that is wrong
    PREDICT = "predict"  # what the snippet prints, or what `asks` says; the app runs it to show


class Question(Struct, frozen=True, kw_only=True):
    """A question that the app can judge.

    Attributes:
        prompt: Markdown.
        code: the snippet that the question is about, or None; shown under the prompt.
        runs: whether the snippet is run to show what it gives; one that is only read may use names from nowhere.
        options: for choice and multiple.
        lines: for order: the lines in the right order (they are shown shuffled).
        answers: for shape, number, text, predict: every accepted answer, as typed, or the right one of CHOICES; for
            spot: the line numbers.
        observe: for shape, and for predict with `asks`: the expression in `code` that is asked about.
        asks: for predict: what is asked, if not what the snippet prints.
        shares_with: for predict that asks for sharing: the other expression.
        tolerance: for number: how far off an answer may be.
        explanation: Markdown, shown after answering.
    """

    id: ItemId
    folder: Path
    title: Text
    kind: QuestionKind
    prompt: Text
    explanation: Text
    code: str | None = None
    runs: bool = True
    options: tuple[Option, ...] = ()
    lines: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    observe: str | None = None
    asks: Asked | None = None
    shares_with: str | None = None
    tolerance: float | None = None
    concepts: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    source: str | None = None

    @property
    def prediction(self) -> Prediction | None:
        """What a run of the snippet tells besides what it prints, or None."""
        asks = Asked.SHAPE if self.kind is QuestionKind.SHAPE else self.asks
        if self.observe is None or asks is None:
            return None
        return Prediction(observe=self.observe, asks=asks, shares_with=self.shares_with)

    @property
    def choices(self) -> tuple[str, ...]:
        """What a predict question offers to choose from; empty where the answer is typed."""
        return CHOICES.get(self.asks, ()) if self.asks is not None else ()


class Limits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an exercise's run may use; wall time in seconds, at most 30."""

    seconds: float = 5.0


class Exercise(Struct, frozen=True, kw_only=True):
    """A live exercise, judged by running code.

    Attributes:
        folder: where its files lie; `judging.expectations` reads its `expected.*`.
        given: shown, not editable, runs first. probe: hidden, runs last.
        hints: from a nudge to nearly there. explanation: shown after passing.
        predictions: what is asked before the code is run; observed without the probe.
        modules: source of the pack's own Python modules, by the name that given and probe import them by.
        equivalent: attacks on the checks that may pass.
    """

    id: ItemId
    folder: Path
    title: Text
    prompt: Text
    starter: str
    solution: str
    checks: tuple[Check, ...]
    given: str = ""
    probe: str = ""
    hints: tuple[Text, ...] = ()
    explanation: Text | None = None
    rules: tuple[Rule, ...] = ()
    variants: tuple[Variant, ...] = (Variant(name="default"),)
    mistakes: tuple[Mistake, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    equivalent: tuple[Equivalent, ...] = ()
    limits: Limits = Limits()
    predictions: tuple[Prediction, ...] = ()
    modules: dict[str, str] = field(default_factory=dict)
    concepts: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    source: str | None = None

    @property
    def code_before(self) -> str:
        """What runs before the learner's code, as code to read: the first variant's inputs, and what is given."""
        return self.variants[0].code + self.given


Item: TypeAlias = Card | Question | Exercise


class Lesson(Struct, frozen=True, kw_only=True):
    """An ordered group of items on one topic. `needs` names lessons (slugs) that come before."""

    id: str
    title: Text
    summary: Text
    items: tuple[Item, ...]
    needs: tuple[str, ...] = ()


class Pack(Struct, frozen=True, kw_only=True):
    """A pack as read; what could not be read stands in `PackReading.problems`, not here.

    Attributes:
        concepts: titles of the concepts that items and mistakes name.
    """

    id: str
    version: str
    title: Text
    folder: Path
    language: str
    lessons: tuple[Lesson, ...]
    authors: tuple[str, ...] = ()
    licence: str | None = None
    concepts: dict[str, Text] = field(default_factory=dict)

    def items(self) -> tuple[Item, ...]:
        """Return every item in lesson order."""
        return tuple(item for lesson in self.lessons for item in lesson.items)

    def find(self, item_id: ItemId) -> Item | None:
        """Return the item with this id, or None."""
        return next((item for item in self.items() if item.id == item_id), None)

    def lesson_of(self, item_id: ItemId) -> Lesson | None:
        """Return the lesson that holds the item with this id, or None."""
        return next((lesson for lesson in self.lessons if any(item.id == item_id for item in lesson.items)), None)

    def only(self, items: Container[ItemId]) -> "Pack":
        """Return the pack with no other items than these, and no lesson without any."""
        lessons = (
            replace(lesson, items=tuple(item for item in lesson.items if item.id in items)) for lesson in self.lessons
        )
        return replace(self, lessons=tuple(lesson for lesson in lessons if lesson.items))
