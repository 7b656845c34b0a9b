"""What became of a pack, at the top of the Packs page, with the way to its lessons."""

from PySide6.QtCore import Signal, Slot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.notice import Mood, Notice
from quizapp.message import Message


class PackNotice(Notice):
    """A notice that can lead to the lessons of a pack.

    Signals:
        lessons_wanted: with the pack's id.
    """

    lessons_wanted = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        # Made first: the strip has it dressed.
        self.lessons = Button(compact=True)
        self._pack_id = ""
        super().__init__(appearance)
        self.lessons.clicked.connect(self._want_lessons)
        self.row.insertWidget(self.row.count() - 1, self.lessons)
        self.lessons.hide()

    def tell(self, says: Message, mood: Mood = "bad") -> None:
        """Show a sentence that leads nowhere."""
        self.lessons.hide()
        super().tell(says, mood)

    def tell_installed(self, says: Message, pack_id: str) -> None:
        """Say what was installed, with a button that leads to its lessons."""
        self.tell(says, "ok")
        self._pack_id = pack_id
        self.lessons.show()

    @Slot()
    def _want_lessons(self) -> None:
        self.put_away()
        self.lessons_wanted.emit(self._pack_id)

    def dress_button(self) -> None:
        """Name the buttons."""
        super().dress_button()
        self.lessons.setText(self._appearance.wording.say("Lessons"))
