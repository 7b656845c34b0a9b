"""Runs the snippet of a question that was answered, and shows beside the answer what it really gives."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from quizapp.consent import Unasked
from quizapp.desktop.pages.ask_to_run import AskToRun
from quizapp.desktop.pages.study.question import QuestionPane
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.questions.run_view import RunView
from quizapp.message import SaysError
from quizapp.packs.model import Question
from quizapp.sandbox.messages import Outcome


class SnippetRuns(QObject):
    """Runs for one page; an outcome that comes when another question is open is not shown."""

    def __init__(self, page: QWidget, services: Services) -> None:
        super().__init__(page)
        self._services = services
        self._ask_to_run = AskToRun(page, services)
        self._question: Question | None = None
        self._pane: QuestionPane | None = None

    def open(self, question: Question | None, pane: QuestionPane | None) -> None:
        """Be about another question and the pane that shows it, or about none."""
        self._question, self._pane = question, pane
        if pane is not None:
            pane.run_requested.connect(self.run)

    @Slot()
    def run(self) -> None:
        """Run the snippet, unless it runs already, there is none, or the question is still open."""
        question, run_view = self._question, self._run_view()
        if run_view is None or run_view.is_running or question is None or question.code is None:
            return
        run_view.show_running()
        observe = () if question.prediction is None else question.prediction.observed
        work = partial(_run_snippet, question.code, self._services, observe)
        self._services.runs.submit(work, partial(self._ran, run_view), partial(self._failed, run_view))

    def _run_view(self) -> RunView | None:
        feedback = self._pane.feedback if self._pane is not None else None
        return feedback.run_view if feedback is not None else None

    def _ran(self, run_view: RunView, outcome: Outcome) -> None:
        # The learner may have gone on meanwhile.
        if run_view is self._run_view():
            run_view.show_outcome(outcome)

    def _failed(self, run_view: RunView, error: Exception) -> None:
        is_shown = run_view is self._run_view()
        if isinstance(error, Unasked):
            run_view.show_not_run()
            if is_shown:
                self._ask_to_run.ask(error.isolation, self.run)
        elif not isinstance(error, SaysError):
            raise error
        elif is_shown:
            run_view.show_error(error)


def _run_snippet(code: str, services: Services, observe: tuple[str, ...]) -> Outcome:
    # In the pool's thread: NumPy comes with it, which must not delay the window.
    from quizapp.practice import run_snippet

    services.permission.demand(services.sandbox)
    return run_snippet(code, services.sandbox, observe)
