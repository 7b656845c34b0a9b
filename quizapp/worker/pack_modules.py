"""The pack's own modules, imported from the program instead of a file: for its given code and its probe."""

import ast
import importlib
import linecache
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from quizapp.worker.untouched import Untouched, builtins_of_ones_own


class PackModules:
    """Makes the modules importable; those that the pack's own code uses are as they were before the learner's ran."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)
        self._untouched: Untouched | None = None

    def load(self, *code: str) -> None:
        """Make all importable, and import those that this code imports: what changes in them from now on is undone."""
        if not self._sources:
            return
        sys.meta_path.insert(0, _Finder(self._sources))
        for name in dict.fromkeys(name for source in code for name in _imported(source)):
            if name in self._sources:
                _try_to_import(name)
        self._untouched = Untouched([sys.modules[name] for name in self._sources if name in sys.modules])

    def restore(self) -> None:
        """Give back what the program replaced in them; those that only its own code imported are imported anew."""
        if self._untouched is None:
            return
        for name in self._sources:
            sys.modules.pop(name, None)
        self._untouched.restore()
        sys.meta_path.insert(0, _Finder(self._sources))


class _Finder(MetaPathFinder, Loader):
    """Finds the modules by name and makes them of their source."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = dict(sources)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module is to be had from, None if it is none of the pack's."""
        if path is not None or fullname not in self._sources:
            return None
        return ModuleSpec(fullname, self, origin=file_of(fullname))

    def exec_module(self, module: ModuleType) -> None:
        """Run a module's source in it."""
        source, file = self._sources[module.__name__], file_of(module.__name__)
        vars(module).update(__file__=file, __builtins__=builtins_of_ones_own())
        # For tracebacks: the file exists in the pack only.
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        exec(compile(source, file, "exec", dont_inherit=True), vars(module))


def file_of(name: str) -> str:
    """Return what a module's file is called, as its author knows it."""
    return f"python/{name}.py"


def _imported(source: str) -> Iterator[str]:
    """Yield the modules that a program imports anywhere in it, none if it can't be parsed."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and not node.level:
            yield node.module


def _try_to_import(name: str) -> None:
    """Import a module; if it fails, whoever imports it in earnest is told why."""
    try:
        importlib.import_module(name)
    except BaseException:
        return
