"""A screen for the journeys, and a folder for what they saw."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.settings import LookChoice
from tests.journeys.driver import App, screen

PICTURES = Path(__file__).with_name("pictures")

Launch = Callable[..., App]

LOOKS = pytest.mark.parametrize(
    ("language", "look"),
    [
        ("en", LookChoice.LIGHT),
        ("zh", LookChoice.DARK),
        pytest.param("en", LookChoice.DARK, marks=pytest.mark.slow),
        pytest.param("zh", LookChoice.LIGHT, marks=pytest.mark.slow),
    ],
)
"""Both languages and both looks; each of them once in the usual run, all together in `make soak`."""


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    with screen("1280x800") as name:
        yield name


@pytest.fixture
def launch(display: str, tmp_path: Path) -> Iterator[Launch]:
    """Start the app, in the test's one home; what is still open at the end is closed."""
    started: list[App] = []

    def start(*arguments: str) -> App:
        app = App(display, tmp_path / "home", PICTURES, *arguments)
        started.append(app)
        return app

    yield start
    for app in started:
        app.close()
