"""Fixtures for the desktop: a desk with a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.desk import Desk, set_up


@pytest.fixture
def bare_desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A window whose home is still being opened."""
    desk = set_up(tmp_path / "home", qapp)
    yield desk
    desk.close()
    qapp.setStyleSheet("")


@pytest.fixture
def desk(bare_desk: Desk) -> Desk:
    """A window that can be studied in."""
    bare_desk.shell.show_services(bare_desk.services)
    return bare_desk
