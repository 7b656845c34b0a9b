"""What every view of the inspector can do."""

from typing import Protocol

from quizapp.desktop.widgets.inspector.subject import Subject


class Picture(Protocol):
    """A widget that shows one value of a run."""

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show a value; `beside` are the others of the same run."""

    def text(self) -> str:
        """Return everything that it shows as plain text."""
