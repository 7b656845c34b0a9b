"""Tuning and fitting off the GUI thread, for the section on scheduling."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from quizapp.desktop.pages.settings.scheduling_model import SchedulingState
from quizapp.desktop.services import Services
from quizapp.desktop.telling import seldom
from quizapp.fitting.process import Fitting, FittingCancelled
from quizapp.fitting.proposal import Proposal, propose
from quizapp.fitting.workload import with_parameters
from quizapp.message import SaysError
from quizapp.study.model import Tuning


class Scheduling(QObject):
    """Does what the section asks for; `changed` tells that `state` is another one."""

    changed = Signal()
    _rebuilt = Signal(float)
    _fitted = Signal(float)

    def __init__(self, parent: QObject | None = None, *, module: str | None = None) -> None:
        """Do nothing until there are services; `module` stands in for the process that fits."""
        super().__init__(parent)
        self._given = {} if module is None else {"module": module}
        self._services: Services | None = None
        self._fitting: Fitting | None = None
        self._is_tuning = False
        self.state = SchedulingState()
        # They come from other threads, and are heard on this one.
        self._rebuilt.connect(self._show_rebuilt)
        self._fitted.connect(self._show_fitted)

    def take(self, services: Services) -> None:
        """Begin to work; a fit that runs when the app quits is ended."""
        self._services = services
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.cancel)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the tuning in use, which may have been undone or come from another device."""
        if self._services is not None and not self._is_tuning:
            self._show(tuning=self._services.learner.tuning)

    def tune(self, tuning: Tuning) -> None:
        """Let the scheduler work this way; asked while it is still at the one before, the last wish counts."""
        if self._services is None or tuning == self.state.tuning:
            return
        self._show(tuning=tuning, says=None)
        if not self._is_tuning:
            self._begin_tuning()

    def use_usual_parameters(self) -> None:
        """Leave the parameters that were fitted."""
        if self.state.tuning is not None:
            self.tune(with_parameters(self.state.tuning, ()))

    @Slot()
    def fit(self) -> None:
        """Look for better parameters; one search at a time."""
        if self._services is None or self._fitting is not None:
            return
        self._fitting = Fitting(**self._given)
        self._show(fitted=0.0, proposal=None, says=None)
        learner = self._services.learner
        work = partial(propose, learner, self._fitting, self._fitted.emit, datetime.now(UTC))
        self._services.runs.submit(work, self._show_proposal, self._show_no_proposal)

    @Slot()
    def cancel(self) -> None:
        """End the search; nothing of its process is left."""
        if self._fitting is not None:
            self._fitting.cancel()

    @Slot()
    def accept(self) -> None:
        """Use what was found, beside all else as it is set now."""
        proposal, tuning = self.state.proposal, self.state.tuning
        self._show(proposal=None)
        if proposal is not None and tuning is not None:
            self.tune(proposal.taken_into(tuning))

    @Slot()
    def dismiss(self) -> None:
        """Leave what was found or said."""
        self._show(proposal=None, says=None)

    def _begin_tuning(self) -> None:
        assert self._services is not None and self.state.tuning is not None
        self._is_tuning = True
        self._show(rebuilt=0.0)
        learner, tuning = self._services.learner, self.state.tuning
        work = partial(learner.tune, tuning, seldom(self._rebuilt.emit))
        self._services.store.submit(work, partial(self._end_tuning, tuning), self._fail_tuning)

    def _end_tuning(self, tuning: Tuning, _none: object) -> None:
        self._is_tuning = False
        if tuning != self.state.tuning:
            self._begin_tuning()
        else:
            self._show(rebuilt=None)

    def _fail_tuning(self, error: Exception) -> None:
        self._is_tuning = False
        assert self._services is not None
        says = error.says if isinstance(error, SaysError) else None
        self._show(rebuilt=None, tuning=self._services.learner.tuning, says=says)
        if says is None:
            raise error

    def _show_proposal(self, proposal: Proposal) -> None:
        self._fitting = None
        self._show(fitted=None, proposal=proposal)

    def _show_no_proposal(self, error: Exception) -> None:
        self._fitting = None
        is_told = isinstance(error, SaysError) and not isinstance(error, FittingCancelled)
        self._show(fitted=None, says=error.says if is_told and isinstance(error, SaysError) else None)
        if not isinstance(error, SaysError):
            raise error

    @Slot(float)
    def _show_rebuilt(self, share: float) -> None:
        if self._is_tuning:
            self._show(rebuilt=share)

    @Slot(float)
    def _show_fitted(self, share: float) -> None:
        if self._fitting is not None:
            self._show(fitted=share)

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit()
