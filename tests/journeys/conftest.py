"""A screen for the journeys, and a folder for what they saw."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.driver import App, screen

PICTURES = Path(__file__).with_name("pictures")

Launch = Callable[..., App]


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
