"""A process that asks a quiz on the home in its first argument, and says each answer that is in the journal."""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.quiz_sitting import QuizSitting
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.home import Home
from quizapp.packs.model import Question
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import Drafts
from quizapp.study.entries import QuizBegun
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.quizzes.quiz import ROWS, quizzes
from quizapp.wording import Wording
from tests.desktop.studying import PACK

ASKED = tuple(item.id for item in PACK.items() if isinstance(item, Question))


def main() -> None:
    """Answer one question after the other until somebody ends this process."""
    QApplication(["quizapp", "-platform", "offscreen"])
    home = Home(Path(sys.argv[1]))
    home.make()
    appearance = Appearance(Wording("en"), LookChoice.LIGHT)
    learner = Learner(Journal(home.journal), (PACK,), new_per_day=5)
    drafts, runs, store = Drafts(home.drafts), Background(appearance), Background(appearance, threads=1)
    services = Services(home, Shelf((PACK,)), learner, drafts, Sandbox(), appearance, runs, store)
    learner.append((QuizBegun(item="quiz/1", items=ASKED, feedback="at_the_end", count=len(ASKED)),))
    pages = QStackedWidget()
    pages.show()
    sitting = QuizSitting(services, pages)
    sitting.go_on_with(quizzes(learner.entries(*ROWS))[0])
    for number in range(len(ASKED) - 1):
        sitting._take_answer("an answer")
        written: list[None] = []
        store.submit(lambda: None, written.append)
        while not written:
            QTest.qWait(5)
        sys.stdout.write(f"{number + 1}\n")
        sys.stdout.flush()
    QEventLoop().exec()


if __name__ == "__main__":
    main()
