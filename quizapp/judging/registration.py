"""What a module has registered: parameters, buffers, children, keys of the state_dict; and why one of them is missing.

Where something is missing, its cause is told rather than the missing name: a Python list that hides layers, a plain
tensor, a buffer where a Parameter was due, another name.
"""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from quizapp.judging.names import compare_names, without
from quizapp.judging.place import Place
from quizapp.judging.printing import shown_names
from quizapp.judging.renamed import are_renamed, are_renamed_children
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ModuleSeen

Names: TypeAlias = tuple[str, ...]

PARAMETER, BUFFER = "Parameter", "buffer"
NOT_KEPT = " (persistent=False)"


class _Sides(Struct, frozen=True):
    """Two modules, and the names that are compared of each."""

    aspect: Aspect
    expected: ModuleSeen
    got: ModuleSeen
    wanted: Names
    seen: Names

    @property
    def missing(self) -> Names:
        return without(self.wanted, self.seen)

    @property
    def extra(self) -> Names:
        return without(self.seen, self.wanted)

    @property
    def texts(self) -> tuple[str, str]:
        return shown_names(self.wanted), shown_names(self.seen)


Cause: TypeAlias = Callable[[Place, _Sides], Finding | None]


def compare_parameters(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the parameters' names."""
    sides = _Sides(Aspect.PARAMETERS, expected, got, parameter_names(expected), parameter_names(got))
    return _first(place, sides, (_hidden, _loose, _buffer_not_parameter, _parameter_not_buffer, _renamed))


def compare_buffers(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the buffers' names and whether each is in the state_dict."""
    sides = _Sides(Aspect.BUFFERS, expected, got, buffer_names(expected), buffer_names(got))
    return _first(place, sides, (_hidden, _loose, _parameter_not_buffer, _renamed, _kept_otherwise))


def compare_children(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the names of the direct children."""
    names = (tuple(name for name in submodule_names(side) if "." not in name) for side in (expected, got))
    return _first(place, _Sides(Aspect.CHILDREN, expected, got, *names), (_hidden, _renamed))


def compare_state_keys(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the keys of the state_dict; a difference is told by what makes it, where that is known."""
    sides = _Sides(Aspect.STATE_KEYS, expected, got, expected.state_keys, got.state_keys)
    if sides.missing or sides.extra:
        cause = compare_parameters(place, expected, got) or compare_buffers(place, expected, got)
        if cause is not None and cause.diagnosis not in (Diagnosis.NAMES_MISSING, Diagnosis.NAMES_EXTRA):
            return cause
    return _first(place, sides, ())


def parameter_names(module: ModuleSeen) -> Names:
    """Return the dotted names of a module's parameters."""
    return tuple(name for name, _ in module.parameters)


def buffer_names(module: ModuleSeen) -> Names:
    """Return the dotted names of a module's buffers."""
    return tuple(name for name, _, _ in module.buffers)


def submodule_names(module: ModuleSeen) -> Names:
    """Return the dotted names of the modules below the root."""
    return tuple(part.name for part in module.submodules if part.name)


def _first(place: Place, sides: _Sides, causes: tuple[Cause, ...]) -> Finding | None:
    """Return the first cause that holds, else the names themselves where they differ."""
    found = (cause(place, sides) for cause in causes)
    told = next((finding for finding in found if finding is not None), None)
    in_order = bool(place.ordered)
    return told or compare_names(place, sides.aspect, sides.wanted, sides.seen, in_order=in_order)


def _hidden(place: Place, sides: _Sides) -> Finding | None:
    """Tell of a Python list or dict that holds what is missing: it has its name, or is the only one for a list's."""
    suspects = without(sides.got.hidden, sides.expected.hidden)
    holders = tuple(name for name in suspects if any(f"{gone}.".startswith(f"{name}.") for gone in sides.missing))
    if not holders and len(suspects) == 1 and _are_of_a_list(sides):
        holders = suspects
    if not holders:
        return None
    return place.at(f".{holders[0]}").finding(sides.aspect, *sides.texts, Diagnosis.HIDDEN_IN_LIST, holders)


def _are_of_a_list(sides: _Sides) -> bool:
    """Tell whether names such as `layers.0.weight` are missing, and nothing is there under another name instead."""
    numbered = all(any(part.isdigit() for part in name.split(".")) for name in sides.missing)
    return bool(sides.missing) and numbered and not sides.extra


def _loose(place: Place, sides: _Sides) -> Finding | None:
    loose = dict(sides.got.loose)
    wanted = PARAMETER if sides.aspect is Aspect.PARAMETERS else BUFFER
    names = tuple(name for name in sides.missing if name in loose)
    return _each(place, sides.aspect, Diagnosis.PLAIN_TENSOR, (wanted, "Tensor"), names)


def _buffer_not_parameter(place: Place, sides: _Sides) -> Finding | None:
    buffers = buffer_names(sides.got)
    names = tuple(name for name in sides.missing if name in buffers)
    return _each(place, sides.aspect, Diagnosis.BUFFER_NOT_PARAMETER, (PARAMETER, BUFFER), names)


def _parameter_not_buffer(place: Place, sides: _Sides) -> Finding | None:
    parameters = without(parameter_names(sides.got), parameter_names(sides.expected))
    wanted = without(buffer_names(sides.expected), buffer_names(sides.got))
    names = tuple(name for name in wanted if name in parameters)
    return _each(place, sides.aspect, Diagnosis.PARAMETER_NOT_BUFFER, (BUFFER, PARAMETER), names)


def _renamed(place: Place, sides: _Sides) -> Finding | None:
    if not sides.missing or not sides.extra:
        return None
    are_the_same = are_renamed_children if sides.aspect is Aspect.CHILDREN else are_renamed
    if not are_the_same(sides.missing, sides.extra, sides.expected, sides.got):
        return None
    return place.finding(sides.aspect, *sides.texts, Diagnosis.OTHER_NAME, sides.missing, sides.extra)


def _kept_otherwise(place: Place, sides: _Sides) -> Finding | None:
    """Tell of the buffers that are there but in the state_dict where they should not be, or the reverse."""
    wanted, seen = ({name: kept for name, _, kept in module.buffers} for module in (sides.expected, sides.got))
    differing = tuple(name for name, kept in wanted.items() if seen.get(name, kept) != kept)
    lost = tuple(name for name in differing if wanted[name])
    names = lost or differing
    if not names:
        return None
    diagnosis = Diagnosis.NOT_SAVED if lost else Diagnosis.SAVED
    texts = (_kept_name(names[0], bool(lost)), _kept_name(names[0], not lost))
    return _each(place, sides.aspect, diagnosis, texts, names)


def _each(place: Place, aspect: Aspect, diagnosis: Diagnosis, kinds: tuple[str, str], names: Names) -> Finding | None:
    """Return a finding at the first of the names, about all of them."""
    return place.at(f".{names[0]}").finding(aspect, *kinds, diagnosis, names) if names else None


def _kept_name(name: str, keep: bool) -> str:
    return name if keep else f"{name}{NOT_KEPT}"
