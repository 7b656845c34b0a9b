"""What every test may use: the shipped packs, one warm sandbox, and Qt without a screen."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from quizapp.packs.library import Library, read_library
from quizapp.sandbox.sandbox import Sandbox
from quizapp.shipped import shipped

# The usual run draws the same examples every time, so that it fails for what was changed only; `make soak` new ones.
settings.register_profile("usual", derandomize=True)
settings.register_profile("random")
settings.load_profile("usual")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """One sandbox for all tests that don't harm it; every run in it is a fresh process."""
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="session")
def library() -> Library:
    """The packs that ship."""
    return read_library(shipped("content"))
