"""What the Statistics page shows in place of plots: that there is nothing yet, or that it can't be read."""

from PySide6.QtCore import Qt

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import dress
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel
from quizapp.message import Message


class NothingYet(Panel):
    """Says what will be here, and offers to begin."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._heading, self._sentence = label("heading"), label(wraps=True)
        self.study = Button("primary")
        self.rows.addWidget(self._heading)
        self.rows.addWidget(self._sentence)
        self.rows.addWidget(self.study, 0, Qt.AlignmentFlag.AlignLeft)

    def show_words(self, *, can_begin: bool) -> None:
        """Show the words in the language and look in use."""
        say = self._appearance.wording.say
        self._heading.setText(say("No reviews yet"))
        self._sentence.setText(
            say(
                "Once you have studied, you see here how much you do, what you remember, what comes back when, "
                "and which concepts are weak."
            )
        )
        self.study.setVisible(can_begin)
        self.study.setText(say("Start studying"))
        dress(self.study, "play", self._appearance.colours.on_accent)


class Unreadable(Panel):
    """Says why the journal can't be read, and offers to try again."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._says: Message | None = None
        self._sentence = label(wraps=True)
        self.again = Button()
        self.rows.addWidget(self._sentence)
        self.rows.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_error(self, says: Message) -> None:
        """Show the sentence of an error."""
        self._says = says
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Show the words in the language in use."""
        self.again.setText(self._appearance.wording.say("Try again"))
        if self._says is not None:
            self._sentence.setText(self._appearance.wording.sentence(self._says))
