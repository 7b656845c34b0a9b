"""Reads the Python modules that a pack brings along for its probes and givens: the files of its folder `python`."""

import keyword
import sys
from pathlib import Path
from typing import Final

from quizapp.message import Message, message
from quizapp.packs.files import Kind, PackFiles
from quizapp.packs.lost import is_for_authors
from quizapp.packs.problems import PackError
from quizapp.packs.python_code import code_problem
from quizapp.packs.sizes import size_in_words

FOLDER: Final = "python"
"""The folder of a pack whose files are its modules, unless it is a lesson."""

LARGEST: Final = 256 << 10
"""Bytes that the modules of a pack may have in all: they travel with every run."""

_TAKEN: Final = sys.stdlib_module_names | frozenset(
    (
        *("torch", "torchgen", "functorch", "torchvision", "torchaudio", "numpy", "scipy", "pandas", "sympy", "mpmath"),
        *("networkx", "jinja2", "markupsafe", "filelock", "fsspec", "typing_extensions", "setuptools", "pkg_resources"),
        *("packaging", "yaml", "triton", "optree", "expecttest", "hypothesis", "PIL", "matplotlib", "tqdm", "psutil"),
        *("quizapp", "msgspec", "safetensors", "fsrs", "landlock", "pyseccomp", "test", "tests"),
    )
)
"""Names under which Python, torch or what they need are imported in a run."""


def read_modules(files: PackFiles) -> tuple[dict[str, str], list[PackError]]:
    """Return the source of each module by the name that it is imported by, and what is wrong with others."""
    modules: dict[str, str] = {}
    problems: list[PackError] = []
    if files.kind(f"{FOLDER}/lesson.toml") is not None:
        return modules, problems
    for name, kind in files.listing(FOLDER).kinds.items():
        if is_for_authors(name) or name == "__pycache__":
            continue
        try:
            if (source := _source(files, name, kind)) is not None:
                modules[name.removesuffix(".py")] = source
        except PackError as error:
            problems.append(error)
    total = sum(len(source.encode()) for source in modules.values())
    if total > LARGEST:
        says = message(
            "the modules have {size} in all; a pack's may have {most}",
            size=size_in_words(total),
            most=size_in_words(LARGEST),
        )
        return {}, [*problems, PackError(Path(FOLDER), says)]
    return modules, problems


def _source(files: PackFiles, name: str, kind: Kind) -> str | None:
    path = f"{FOLDER}/{name}"
    if kind is Kind.FOLDER:
        raise PackError(Path(path), message("folders in here are not read; put the modules side by side"))
    if not name.endswith(".py"):
        raise PackError(Path(path), message("only Python files are read here; delete it or move it"))
    if says := _name_fault(name.removesuffix(".py")):
        raise PackError(Path(path), says)
    source = files.read(path)
    if problem := code_problem(source):
        raise problem
    return source.text


def _name_fault(name: str) -> Message | None:
    if not name.isidentifier() or keyword.iskeyword(name):
        return message('a module needs a name that Python can import, not "{name}"', name=name)
    if name in _TAKEN:
        return message('"{name}" is a module of Python, of torch or of what they need; call yours otherwise', name=name)
    return None
