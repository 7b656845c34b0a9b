"""The sample pack, recorded once."""

import pytest

from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import write_pack


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox) -> Pack:
    return write_pack(tmp_path_factory.mktemp("sample pack"), sandbox)
