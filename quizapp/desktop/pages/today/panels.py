"""The panels of the Today page. Each shows a state in a language; the page decides which are seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance, Colours
from quizapp.desktop.icons import dress, pixmap
from quizapp.desktop.pages.today.model import Awaited, Begun, Stage, Tally, TodayState, Wait
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, progress_bar, show_share
from quizapp.wording import Wording
from quizapp.wording.reading import reading_words
from quizapp.wording.rebuilding import rebuilding_words
from quizapp.wording.when import when_words

UNKNOWN = "–"
"""Stands where a number will be, until the journal is read."""


class Figure(QWidget):
    """A large number over what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._caption = label("number"), label("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._number)
        column.addWidget(self._caption)

    def show_figure(self, number: str, caption: str) -> None:
        """Show a number and its caption."""
        self._number.setText(number)
        self._caption.setText(caption)
        self.setAccessibleName(f"{number} {caption}")


class WorkPanel(Panel):
    """What is waiting, how far today is, and Start."""

    def __init__(self) -> None:
        super().__init__()
        self.start = Button("primary")
        self._figures = (Figure(), Figure(), Figure())
        self._bar, self._share = progress_bar(), label("muted")
        figures = QWidget()
        beside = Flow(figures, gap=48)
        for figure in self._figures:
            beside.addWidget(figure)
        top = Flow(gap=48)
        top.add_words(figures)
        top.addWidget(self.start)
        self.rows.addLayout(top)
        self.rows.addSpacing(6)
        self.rows.addWidget(self._bar)
        self.rows.addWidget(self._share)

    def show_state(self, state: TodayState | None, appearance: Appearance, wait: Wait | None = None) -> None:
        """Show the state.

        Args:
            state: None means that it is not known yet.
            appearance: language and colours.
            wait: what is done meanwhile, and how far it is.
        """
        wording = appearance.wording
        due, new, minutes = (state.due, state.new, state.minutes) if state else (0, 0, 0)
        captions = (
            (due, wording.say("due")),
            (new, wording.say("new")),
            (minutes, wording.say_many("minute", "minutes", minutes)),
        )
        for figure, (number, caption) in zip(self._figures, captions, strict=True):
            figure.show_figure(str(number) if state else UNKNOWN, caption)
        self._show_share(state, wait, wording)
        self.start.setEnabled(state is not None)
        dress_start(self.start, wording, appearance.colours)

    def _show_share(self, state: TodayState | None, wait: Wait | None, wording: Wording) -> None:
        if state is not None:
            done, of = state.done, state.planned
            words = wording.say("{done} of {planned} done today", done=done, planned=of)
        elif wait is not None:
            done, of = int(100 * wait.share), 100
            words = wait_words(wait, wording)
        else:
            done, of = 0, 0
            words = wording.say("Reading what you have learnt…")
        show_share(self._bar, done, of)
        self._share.setText(words)
        self._bar.setAccessibleName(words)


class FirstPanel(Panel):
    """How it works, for somebody who opens the app for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = label("heading")
        self._points = {name: (QLabel(), label(wraps=True)) for name in ("card", "question", "exercise", "due")}
        self.rows.addWidget(self._heading)
        for sign, words in self._points.values():
            point = QHBoxLayout()
            point.setSpacing(14)
            point.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            point.addWidget(words, 1)
            self.rows.addLayout(point)

    def show_words(self, appearance: Appearance) -> None:
        """Show the words in the language and look in use."""
        say = appearance.wording.say
        self._heading.setText(say("How it works"))
        texts = {
            "card": say("Cards ask for one idea. Answer in your head, look, and rate how well you knew it."),
            "question": say("Questions are judged at once, and every answer is explained."),
            "exercise": say(
                "Exercises run your PyTorch code in a sandbox and judge what it leaves behind: "
                "parameters, gradients, shapes, memory."
            ),
            "due": say("What you found hard comes back soon, what you know comes back late. A few minutes a day do."),
        }
        for name, (sign, words) in self._points.items():
            sign.setPixmap(pixmap(name, appearance.colours.accent, 22, self.devicePixelRatioF()))
            words.setText(texts[name])


class RestPanel(Panel):
    """Nothing is waiting, or a sitting has just ended: what was done, and when the next item is due."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._heading = QLabel(), label("heading")
        self._done, self._next = label(wraps=True), label("muted", wraps=True)
        self.learn = Button("primary")
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._sign)
        top.addWidget(self._heading, 1)
        self.rows.addLayout(top)
        self.rows.addWidget(self._done)
        self.rows.addWidget(self._next)
        self.rows.addSpacing(4)
        self.rows.addWidget(self.learn, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: TodayState, tally: Tally, appearance: Appearance) -> None:
        """Show the state, and what the sitting just ended did (an empty tally: there was none)."""
        wording = appearance.wording
        self._sign.setPixmap(pixmap("done", appearance.colours.ok, 22, self.devicePixelRatioF()))
        empty = state.stage is Stage.EMPTY
        heading = wording.say("Done for now") if tally.total else wording.say("Nothing is due")
        self._heading.setText(wording.say("There is nothing to learn yet") if empty else heading)
        self._done.setVisible(tally.total > 0)
        self._done.setText(tally_words(tally, wording))
        self._next.setText(next_words(state, wording))
        self.learn.setVisible(state.stage is Stage.CLEAR and state.has_more)
        self.learn.setText(wording.say("Learn something new"))


class BegunPanel(Panel):
    """The exercise that was begun and not finished."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = QLabel()
        self._caption, self._title, self._lesson = (
            label("small"),
            label("strong", wraps=True),
            label("muted", wraps=True),
        )
        self.open = Button()
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self._caption, self._title, self._lesson):
            words.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self.open)
        self.rows.addLayout(row)

    def show_begun(self, begun: Begun, appearance: Appearance) -> None:
        """Name the exercise and its lesson."""
        wording = appearance.wording
        self._sign.setPixmap(pixmap("exercise", appearance.colours.accent, 26, self.devicePixelRatioF()))
        self._caption.setText(wording.say("Continue"))
        self._title.setText(begun.title.read(wording.language))
        self._lesson.setText(begun.lesson.read(wording.language))
        self.open.setText(wording.say("Open exercise"))


def wait_words(wait: Wait, wording: Wording) -> str:
    """Say what is done before there is anything to show, and how far it is."""
    if wait.what is Awaited.PACKS:
        return reading_words(wording, wait.share)
    return rebuilding_words(wording, wait.share)


def dress_start(button: Button, wording: Wording, colours: Colours) -> None:
    """Give a Start button its word, sign and tip."""
    button.setText(wording.say("Start"))
    button.setToolTip(wording.say("Start today's items (Space)"))
    dress(button, "play", colours.on_accent, disabled=colours.muted)


def tally_words(tally: Tally, wording: Wording) -> str:
    """Say what was done in a sitting: "You did 3 cards, 1 exercise."."""
    parts = (
        wording.say_many("{count} card", "{count} cards", tally.cards) if tally.cards else "",
        wording.say_many("{count} question", "{count} questions", tally.questions) if tally.questions else "",
        wording.say_many("{count} exercise", "{count} exercises", tally.exercises) if tally.exercises else "",
    )
    return wording.say("In this sitting: {what}.", what=wording.say(", ").join(part for part in parts if part))


def next_words(state: TodayState, wording: Wording) -> str:
    """Say when the next item comes back."""
    if state.stage is Stage.EMPTY:
        return wording.say("No pack with lessons was found. The Learn page says what could not be read.")
    if state.next_due is None:
        return wording.say("Nothing you have learnt is waiting to come back.")
    return wording.say("The next item comes back {when}.", when=when_words(state.next_due, state.seen_at, wording))
