"""A real window on a throwaway home, with two small lessons in two languages; its sandbox is never started."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.desktop.shell import Shell
from quizapp.desktop.theme import Theme
from quizapp.desktop.window import MainWindow
from quizapp.home import Home
from quizapp.packs.model import Card, Check, Exercise, Lesson, Pack, Text
from quizapp.packs.problems import PackError
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import Settings
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.wording import Wording


def text(english: str, chinese: str) -> Text:
    return Text("en", {"en": english, "zh": chinese})


def card(item_id: str, english: str, chinese: str) -> Card:
    title = text(english, chinese)
    return Card(id=item_id, folder=Path(), title=title, front=title, back=text("Yes", "是"))


EXERCISE = Exercise(
    id="basics/freezing/freeze",
    folder=Path(),
    title=text("Freeze the backbone", "冻结主干"),
    prompt=text("Freeze it.", "冻结它。"),
    starter="",
    solution="x = 1",
    checks=(Check(observe="x"),),
)
VIEWS = Lesson(
    id="views",
    title=text("Views", "视图"),
    summary=text("What shares memory", "什么共享内存"),
    items=(
        card("basics/views/one", "What is a view?", "什么是视图？"),
        card("basics/views/two", "What is a stride?", "什么是步长？"),
    ),
)
FREEZING = Lesson(
    id="freezing",
    title=text("Freezing", "冻结"),
    summary=text("What trains and what does not", "什么参与训练"),
    items=(EXERCISE,),
)
BASICS = Pack(
    id="basics",
    version="1",
    title=text("Basics", "基础"),
    folder=Path(),
    language="en",
    lessons=(VIEWS, FREEZING),
)


class MarkedWording(Wording):
    """English with a mark around every sentence: what lacks the mark was not said through the wording."""

    MARK = "«"

    def say(self, template: str, /, **values: object) -> str:
        return self.MARK + super().say(template, **values)

    def say_many(self, one: str, many: str, count: int, /, **values: object) -> str:
        return self.MARK + super().say_many(one, many, count, **values)


@dataclass(frozen=True)
class Desk:
    """The window and what is behind it."""

    home: Home
    appearance: Appearance
    preferences: Preferences
    window: MainWindow
    shell: Shell
    services: Services
    journal: Journal

    def close(self) -> None:
        self.window.close()
        self.services.sandbox.close()
        self.services.runs.close()
        self.services.store.finish()
        self.services.drafts.close()
        self.journal.close()
        self.window.deleteLater()
        self.appearance.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def set_up(
    folder: Path, application: QApplication, packs: tuple[Pack, ...] = (BASICS,), problems: tuple[PackError, ...] = ()
) -> Desk:
    """Return a desk whose window is shown and does not have its services yet."""
    home, settings = Home(folder), Settings(language="en")
    home.make()
    appearance = Appearance(Wording("en"), settings.look)
    theme = Theme(application, appearance)
    preferences = Preferences(home, settings, appearance)
    journal = Journal(home.journal)
    services = Services(
        home=home,
        shelf=Shelf(packs, problems, appearance),
        learner=Learner(journal, packs, new_per_day=settings.new_per_day),
        drafts=Drafts(home.drafts),
        sandbox=Sandbox(),
        appearance=appearance,
        runs=Background(appearance),
        store=Background(appearance, threads=1),
    )
    window = MainWindow(home)
    shell = Shell(window.menuBar(), home, preferences, appearance)
    window.ask_before_closing(shell)
    window.setCentralWidget(shell)
    theme.put_on_sheet()
    window.show()
    return Desk(home, appearance, preferences, window, shell, services, journal)


def visible_texts(window: QWidget) -> set[str]:
    """Return every text that labels and buttons in the window show."""
    widgets: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return {widget.text() for widget in widgets if widget.isVisible() and widget.text()}
