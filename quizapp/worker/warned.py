"""Collects what Python's `warnings` say during a run, instead of printing it."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Self, TextIO

import torch

from quizapp.sandbox.text import encodable
from quizapp.worker.errors import is_shown, shorten_path, type_name

_MOST: Final = 50
_MOST_CHARACTERS: Final = 2000


class Warned:
    """A context in which warnings are collected, each text once."""

    def __init__(self) -> None:
        self._texts: dict[str, None] = {}
        self._catching = warnings.catch_warnings()
        self._is_listening = True

    def __enter__(self) -> Self:
        self._catching.__enter__()
        # Also forgets what was warned of during the warm-up. torch's own "once" is made "always" for the same reason.
        warnings.filterwarnings("default", category=UserWarning)
        torch.set_warn_always(True)
        warnings.showwarning = self._collect
        return self

    def __exit__(self, *_: object) -> None:
        return

    def texts(self) -> tuple[str, ...]:
        """Return the warnings in the order in which they came."""
        return tuple(self._texts)

    @contextmanager
    def silenced(self) -> Iterator[None]:
        """Ignore warnings that observing causes."""
        self._is_listening = False
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield

    def _collect(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        if self._is_listening and len(self._texts) < _MOST:
            place = f"{shorten_path(filename)}:{lineno}: " if is_shown(filename) else ""
            self._texts[encodable(f"{place}{type_name(category)}: {str(message)[:_MOST_CHARACTERS]}")] = None
