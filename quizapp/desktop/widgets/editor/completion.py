"""Which words fit at a place in the code: from the code itself, from what is given, from Python and from torch.

Nothing is run and unfinished code is never parsed: imports and assignments are found line by line, so what stands
before a dot is guessed, and where no guess fits, everything that a tensor or a module has is offered.
"""

import builtins
import keyword
import re

from msgspec import Struct

from quizapp.desktop.widgets.editor.torch_names import torch_names

TENSOR, MODULE, OPTIMIZER = "torch.Tensor", "torch.nn.Module", "torch.optim.Optimizer"
SCHEDULER = "torch.optim.lr_scheduler.LRScheduler"

_NAME = r"[^\W\d]\w*"
_AFTER_DOT = re.compile(rf"(?P<receiver>(?:(?<!\w){_NAME}|[\])])(?:\.{_NAME})*)\.(?P<prefix>\w*)$")
_PREFIX = re.compile(r"\w*$")
_IMPORT = re.compile(rf"^\s*import\s+([\w.]+)(?:\s+as\s+({_NAME}))?\s*$", re.M)
_FROM = re.compile(r"^\s*from\s+([\w.]+)\s+import\s+([\w ,]+)$", re.M)
_ASSIGNED = re.compile(rf"^\s*((?:self\.)?{_NAME})\s*(?::[^=\n]+)?=\s*([^=\n].*)$", re.M)
_LOOP = re.compile(rf"\bfor\s+(?:{_NAME}\s*,\s*)?({_NAME})\s+in\s+([^:\n]+)")
_CLASS = re.compile(rf"^class\s+({_NAME})\s*(?:\(([^)]*)\))?:", re.M)
_CALLED = re.compile(rf"({_NAME}(?:\.{_NAME})*)\(")
_MEMBER = re.compile(rf"\bself\.({_NAME})\s*=[^=]")
_METHOD = re.compile(rf"^[ \t]+def\s+({_NAME})", re.M)
_WORD = re.compile(_NAME)
_PROSE = re.compile(r"\"\"\".*?\"\"\"|'''.*?'''|\"[^\"\n]*\"|'[^'\n]*'|#[^\n]*", re.S)


class Completions(Struct, frozen=True):
    """The words that fit, best first, and the part of them that is already typed."""

    prefix: str
    words: tuple[str, ...]


def complete(before: str, after: str = "", given: str = "") -> Completions:
    """Return the words that fit between two parts of the code; `given` runs before it."""
    line = before.rpartition("\n")[2]
    after_dot = _AFTER_DOT.search(line)
    prefix = typed_prefix(line)
    scope = _Scope(given + "\n" + before[: len(before) - len(prefix)], after)
    words = scope.names_of(after_dot["receiver"]) if after_dot else scope.names()
    return Completions(prefix, tuple(word for word in words if word != prefix))


def typed_prefix(line: str) -> str:
    """Return the part of a word that the line ends with."""
    found = _PREFIX.search(line)
    return found[0] if found else ""


def is_after_dot(line: str) -> bool:
    """Tell whether the line ends with something that has attributes, and a dot."""
    return line.endswith(".") and _AFTER_DOT.search(line) is not None


class _Scope:
    """What can be told of the names in a piece of code by looking at its lines."""

    def __init__(self, before: str, after: str) -> None:
        self._code = _PROSE.sub("_", before + "\n" + after)
        self._before = _PROSE.sub("_", before)
        self._modules = {
            alias or path.partition(".")[0]: path if alias else path.partition(".")[0]
            for path, alias in _IMPORT.findall(self._code)
        }
        for path, names in _FROM.findall(self._code):
            for part in names.split(","):
                name, _, alias = part.partition(" as ")
                self._modules[(alias or name).strip()] = f"{path}.{name.strip()}"
        self._classes = dict(_CLASS.findall(self._code))

    def names(self) -> tuple[str, ...]:
        """Return every name of the code, then Python's own."""
        own = sorted(set(_WORD.findall(self._code)) - set(keyword.kwlist) - {"_"}, key=str.lower)
        python = sorted({*keyword.kwlist, *(name for name in dir(builtins) if not name.startswith("_"))})
        return tuple(dict.fromkeys((*own, *python)))

    def names_of(self, receiver: str) -> tuple[str, ...]:
        """Return what can stand after the dot."""
        place = MODULE if receiver == "self" else self._place(receiver)
        if place in torch_names() and place != MODULE:
            return torch_names()[place]
        kinds = (MODULE,) if place == MODULE else (TENSOR, MODULE)
        inherited = sorted({name for kind in kinds for name in torch_names()[kind]})
        return tuple(dict.fromkeys((*self._members(), *inherited)))

    def _members(self) -> tuple[str, ...]:
        """Return what the code's own classes hold: names that they hang on self, and methods."""
        names = (*_MEMBER.findall(self._code), *_METHOD.findall(self._code))
        return tuple(sorted({name for name in names if not name.startswith("__")}, key=str.lower))

    def _place(self, path: str) -> str | None:
        """Return the dotted module or class that a name stands for: `nn` -> torch.nn."""
        head, _, rest = path.partition(".")
        if head in self._modules:
            return ".".join(filter(None, (self._modules[head], rest)))
        if path in self._classes:
            return MODULE
        return self._kind_of_value(path)

    def _kind_of_value(self, name: str) -> str | None:
        values = [value for target, value in _ASSIGNED.findall(self._before) if target == name]
        if values:
            return self._kind_of_expression(values[-1], name)
        loops = [source for target, source in _LOOP.findall(self._before) if target == name]
        if loops:
            return TENSOR if "parameters" in loops[-1] else MODULE if "modules" in loops[-1] else None
        return None

    def _kind_of_expression(self, value: str, name: str) -> str | None:
        called = _CALLED.match(value)
        if called is None or called[1] == name:
            return None
        place = self._place(called[1]) or ""
        if place == MODULE or (place.startswith("torch.nn.") and place.rpartition(".")[2][:1].isupper()):
            return TENSOR if place.endswith("Parameter") else MODULE
        if place.startswith("torch.optim.lr_scheduler."):
            return SCHEDULER
        if place.startswith("torch.optim."):
            return OPTIMIZER
        return TENSOR if place.startswith("torch.") and place.count(".") <= 3 else None
