from pathlib import Path

import pytest

from quizapp.study.data.sync_state import SyncState, load_state


@pytest.mark.parametrize("content", [b"", b"[]", b'{"folder": "\xff"}', b'{"x":' * 10_000])
def test_what_cannot_be_read_remembers_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sync.json").write_bytes(content)

    assert SyncState() == load_state(tmp_path / "sync.json")
