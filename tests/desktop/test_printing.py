"""A pack as PDF, written without a display and without a running app."""

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from quizapp.classroom.exchange.printed import Answers
from quizapp.desktop.printing import write_pdf
from quizapp.packs.library import Library
from quizapp.wording.speech import Wording


def pages(path: Path) -> int:
    return path.read_bytes().count(b"/Type /Page\n")


def test_the_answers_make_it_longer(qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    for answers in (Answers.NONE, Answers.END):
        write_pdf(library.packs[0], Wording("en"), answers, tmp_path / answers)

    assert len(library.packs[0].lessons) < pages(tmp_path / "none") < pages(tmp_path / "end")


def test_neither_a_display_nor_an_app_is_needed(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom quizapp.cli import main\n"
        "from quizapp.shipped import shipped\n"
        "pack = str(shipped('content', 'pytorch-essentials'))\n"
        "sys.exit(main(['pack', 'export', pack, '--as', 'pdf', '--to', 'out']))"
    )
    environment = {"PATH": "", "QUIZAPP_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parents[2])}

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, check=False
    )

    assert (0, b"") == (done.returncode, done.stderr)
    assert (tmp_path / "out" / "pytorch-essentials.pdf").read_bytes().startswith(b"%PDF-")
