"""Keeps what there is to inspect in step with what was checked, run and looked at."""

from quizapp.desktop.pages.exercise.inspected import Inspected
from quizapp.desktop.pages.exercise.jobs import Checked
from quizapp.desktop.pages.exercise.live_model import LiveState
from quizapp.desktop.pages.exercise.model import ExerciseState, Latest
from quizapp.desktop.pages.exercise.side import SidePane
from quizapp.desktop.widgets.check_rows import Detail
from quizapp.sandbox.messages import Ending, Outcome


class Inspection:
    """Shows in the side pane the values that came last of one exercise, until it is closed."""

    def __init__(self, side: SidePane) -> None:
        """Begin with none."""
        self._side = side
        self._is_open = True
        self._show(Inspected())

    def close(self) -> None:
        """Another exercise is opened: what still comes of this one is not shown."""
        self._is_open = False

    def follow_check(self, checked: Checked) -> None:
        """A check is over; one that was stopped left nothing behind."""
        if checked.verdict.outcome.ending is not Ending.STOPPED:
            self._show(self._inspected.after_check(checked.verdict, checked.subjects))

    def follow_run(self, outcome: Outcome) -> None:
        """A run is over; one that was stopped left nothing behind."""
        if outcome.ending is not Ending.STOPPED:
            self._show(self._inspected.after_run(outcome))

    def follow_look(self, live: LiveState, state: ExerciseState) -> None:
        """The code was looked at, or is stepped through; while one types, what is shown stays."""
        is_news = state.is_outdated or state.latest in (Latest.NOTHING, Latest.TROUBLE)
        if live.is_current or not live.is_on:
            self._show(self._inspected.after_look(live.trace, live.steps, is_news=is_news))
        elif self._inspected.steps is not None:
            self._show(self._inspected.after_look(self._inspected.trace, None, is_news=is_news))

    def look_at(self, detail: Detail) -> None:
        """Show the value that a finding is about."""
        self._show(self._inspected.with_variant(detail.variant))
        self._side.look_at(detail.look)

    def _show(self, inspected: Inspected) -> None:
        self._inspected = inspected
        if self._is_open:
            self._side.show_subjects(inspected.subjects)
