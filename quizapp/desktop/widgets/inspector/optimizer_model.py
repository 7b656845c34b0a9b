"""An optimizer as an outline: its groups, and what of the modules beside it is in none. Knows no Qt."""

from collections.abc import Iterable
from typing import TypeAlias

from quizapp.desktop.widgets.inspector.differing import differs
from quizapp.desktop.widgets.inspector.module_parts import expression
from quizapp.desktop.widgets.inspector.outline import Mood, OutlineRow
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.printing import shown, shown_shape
from quizapp.sandbox.observation import GroupSeen, ModuleSeen, Observation, OptimizerSeen, TensorSeen
from quizapp.wording import Wording

ORDINARY = {
    "amsgrad": "False",
    "capturable": "False",
    "centered": "False",
    "dampening": "0",
    "decoupled_weight_decay": "False",
    "differentiable": "False",
    "eps": "1e-08",
    "foreach": "None",
    "fused": "None",
    "initial_lr": "",
    "maximize": "False",
    "nesterov": "False",
}
"""Hyper-parameters at the values that hardly anyone changes: shown together, closed, after the others."""

Names: TypeAlias = dict[int, tuple[str, TensorSeen]]
"""What a learner calls each tensor, by its label of identity."""


def outline_of(subject: Subject, beside: tuple[Subject, ...], wording: Wording) -> tuple[OutlineRow, ...]:
    """Return the groups of an optimizer, then the parameters beside it that are in none of them.

    Args:
        subject: its `got` is an OptimizerSeen.
        beside: the modules and tensors of the same run, which the parameters are named after.
        wording: the language.
    """
    got, expected = subject.got, subject.expected
    if not isinstance(got, OptimizerSeen):
        return ()
    names = names_by_identity((other.name, other.got) for other in beside)
    wanted = expected if isinstance(expected, OptimizerSeen) else None
    wanted_names = names_by_identity((other.name, other.expected) for other in beside)
    groups = [_group(number, group, wanted, (names, wanted_names), wording) for number, group in enumerate(got.groups)]
    if wanted is not None:
        for number in range(len(got.groups), len(wanted.groups)):
            title = wording.say("Group {number}", number=number)
            groups.append(OutlineRow(title, note=wording.say("missing"), mood=Mood.WRONG, is_title=True))
    return (*groups, *_left_out(got, names, wording), *_state(got, wording))


def names_by_identity(values: Iterable[tuple[str, Observation | None]]) -> Names:
    """Return for each parameter of modules, and each tensor, what a learner calls it; the first name it has."""
    found: Names = {}
    alone: Names = {}
    for name, value in values:
        if isinstance(value, ModuleSeen):
            for path, tensor in value.parameters:
                found.setdefault(tensor.identity, (expression(name, path), tensor))
        elif isinstance(value, TensorSeen) and value.is_parameter:
            alone.setdefault(value.identity, (name, value))
    return {**alone, **found}


def summary(subject: Subject, wording: Wording) -> str:
    """Return how many groups and parameters there are."""
    got = subject.got
    if not isinstance(got, OptimizerSeen):
        return ""
    groups = wording.say_many("{count} group", "{count} groups", len(got.groups))
    count = len({parameter for group in got.groups for parameter in group.parameters})
    return wording.say("{groups}, {parameters}", groups=groups, parameters=_parameters(count, wording))


def _parameters(count: int, wording: Wording) -> str:
    return wording.say_many("{count} tensor to step", "{count} tensors to step", count)


def _group(
    number: int, group: GroupSeen, wanted: OptimizerSeen | None, names: tuple[Names, Names], wording: Wording
) -> OutlineRow:
    other = wanted.groups[number] if wanted is not None and number < len(wanted.groups) else None
    told = dict(other.hyperparameters) if other is not None else {}
    rows = [_setting(name, value, told.get(name)) for name, value in group.hyperparameters]
    usual = tuple(row for row in rows if row.mood is Mood.PLAIN and ORDINARY.get(row.label) == row.value)
    rows = [row for row in rows if row not in usual]
    rows.append(_members(group, other, names, wording))
    if usual:
        rows.append(
            OutlineRow(wording.say("Other settings"), mood=Mood.QUIET, rows=usual, is_open=False, is_title=True)
        )
    is_extra = wanted is not None and other is None
    return OutlineRow(
        wording.say("Group {number}", number=number),
        note=wording.say("not expected") if is_extra else "",
        mood=Mood.WRONG if is_extra else Mood.PLAIN,
        rows=tuple(rows),
        is_title=True,
    )


def _setting(name: str, value: Observation, wanted: Observation | None) -> OutlineRow:
    if wanted is not None and differs(Subject(name, value, wanted)):
        return OutlineRow(name, shown(value), shown(wanted), mood=Mood.WRONG)
    return OutlineRow(name, shown(value))


def _members(group: GroupSeen, other: GroupSeen | None, names: tuple[Names, Names], wording: Wording) -> OutlineRow:
    got, wanted = names
    rows = [_member(got.get(identity), wording) for identity in group.parameters]
    missing: list[str] = []
    if other is not None:
        # Labels of one run mean nothing in another: both are compared by name.
        here = {got[identity][0] for identity in group.parameters if identity in got}
        should = [wanted[identity][0] for identity in other.parameters if identity in wanted]
        missing = [name for name in should if name not in here]
    rows += [OutlineRow(name, note=wording.say("missing"), mood=Mood.WRONG) for name in missing]
    count = len(group.parameters)
    off = other is not None and len(other.parameters) != count
    return OutlineRow(
        wording.say("Parameters"),
        str(count),
        str(len(other.parameters)) if other is not None and off else "",
        mood=Mood.WRONG if off or missing else Mood.PLAIN,
        rows=tuple(rows),
    )


def _member(named: tuple[str, TensorSeen] | None, wording: Wording) -> OutlineRow:
    if named is None:
        return OutlineRow(wording.say("a tensor without a name here"), mood=Mood.QUIET, is_title=True)
    name, tensor = named
    if not tensor.requires_grad:
        return OutlineRow(name, shown_shape(tensor.shape), note=wording.say("frozen"), mood=Mood.WARNING)
    return OutlineRow(name, shown_shape(tensor.shape))


def _left_out(got: OptimizerSeen, names: Names, wording: Wording) -> tuple[OutlineRow, ...]:
    """Return what trains and is in no group; what is frozen is rightly in none."""
    inside = {identity for group in got.groups for identity in group.parameters}
    outside = [named for identity, named in names.items() if identity not in inside and named[1].requires_grad]
    if not outside:
        return ()
    rows = tuple(OutlineRow(name, shown_shape(tensor.shape)) for name, tensor in outside)
    return (
        OutlineRow(wording.say("Not in the optimizer"), str(len(rows)), mood=Mood.WARNING, rows=rows, is_title=True),
    )


def _state(got: OptimizerSeen, wording: Wording) -> tuple[OutlineRow, ...]:
    words = ", ".join(got.state_keys) or wording.say("none yet")
    return (OutlineRow(wording.say("Kept per parameter"), words, mood=Mood.QUIET),)
