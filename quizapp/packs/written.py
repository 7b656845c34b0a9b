"""The TOML of a pack as its author writes it: one Struct a file or table. `packs.model` holds what becomes of it.

A key that is not named here is an error, so that a typo never passes for a default.
"""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct, field

from quizapp.packs.model import Asked, Aspect, QuestionKind

Words: TypeAlias = Annotated[str, Meta(min_length=1)]
"""A text that may not be empty."""

WrittenText: TypeAlias = Words | dict[str, str]
"""A text in the pack's language, or a table of texts by language code."""

AtLeastZero: TypeAlias = Annotated[float, Meta(ge=0)]

Points: TypeAlias = Annotated[float, Meta(ge=0, le=1000)]
"""What one check is worth; the bound keeps infinity out."""


class WrittenPack(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """pack.toml; `format` is looked at before everything else."""

    format: int
    id: str
    version: Words
    title: WrittenText
    lessons: list[str]
    language: str = "en"
    authors: list[str] = field(default_factory=list)
    licence: str | None = None
    concepts: dict[str, WrittenText] = field(default_factory=dict)


class WrittenLesson(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """lesson.toml."""

    title: WrittenText
    summary: WrittenText
    items: list[str]
    needs: list[str] = field(default_factory=list)


class WrittenCard(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The front matter of a card."""

    title: WrittenText | None = None
    concepts: list[Words] = field(default_factory=list)
    claims: list[Words] = field(default_factory=list)
    source: str | None = None


class WrittenQuestion(WrittenCard, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The front matter of a question."""

    kind: QuestionKind
    answers: list[Words] = field(default_factory=list)
    observe: str | None = None
    asks: Asked | None = None
    shares_with: str | None = None
    tolerance: AtLeastZero | None = None


class WrittenSibling(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The front matter of the same text in another language."""

    title: Words | None = None


class WrittenTolerance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far a number may be off; what is left out is 0."""

    relative: AtLeastZero = 0.0
    absolute: AtLeastZero = 0.0


class WrittenCheck(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[[checks]]; a tolerance that is a bare number is the absolute one."""

    observe: str
    aspects: list[Aspect] = field(default_factory=list)
    shares_with: str | None = None
    same_as: str | None = None
    ordered: bool | None = None
    tolerance: AtLeastZero | WrittenTolerance | None = None
    says: WrittenText | None = None
    weight: Points = 1.0


class WrittenPrediction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[[predictions]]; shares_with goes with asks = "sharing"."""

    observe: str
    asks: Asked
    shares_with: str | None = None
    says: WrittenText | None = None


class WrittenRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[[rules]]; exactly one of the first three is given."""

    must_call: Words | None = None
    must_not_call: Words | None = None
    must_not_use: Words | None = None
    says: WrittenText | None = None


class WrittenVariant(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[[variants]]."""

    name: Words
    inputs: dict[str, str] = field(default_factory=dict)


class WrittenMistake(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[[mistakes]]; its code is `mistakes/NAME.py`."""

    name: Words
    feedback: WrittenText
    concept: Words | None = None
    uses: list[Words] = field(default_factory=list)
    lacks: list[Words] = field(default_factory=list)


class WrittenEquivalent(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[[equivalent]]; an attack that may pass, by the name that verifying prints."""

    attack: Words
    why: Words
    line: Annotated[int, Meta(ge=1)] | None = None


class WrittenLimits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """[limits]; wall time in seconds."""

    seconds: Annotated[float, Meta(gt=0, le=30)] = 5.0


class WrittenExercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """exercise.toml."""

    title: WrittenText
    checks: Annotated[list[WrittenCheck], Meta(min_length=1)]
    concepts: list[Words] = field(default_factory=list)
    claims: list[Words] = field(default_factory=list)
    source: str | None = None
    limits: WrittenLimits = WrittenLimits()
    variants: list[WrittenVariant] = field(default_factory=list)
    rules: list[WrittenRule] = field(default_factory=list)
    predictions: list[WrittenPrediction] = field(default_factory=list)
    mistakes: list[WrittenMistake] = field(default_factory=list)
    equivalent: list[WrittenEquivalent] = field(default_factory=list)
