from pathlib import Path

import pytest

from tests.packs.sample import PackFolder


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    """A pack without problems, to break."""
    return PackFolder(tmp_path / "sample")
