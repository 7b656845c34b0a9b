"""Runs slow work off the GUI thread and brings its answer back as one signal."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot


@dataclass(frozen=True)
class _Answer:
    value: Any
    error: Exception | None
    on_answer: Callable[[Any], None]
    on_error: Callable[[Exception], None] | None


class Background(QObject):
    """A small pool of threads; answers arrive on the thread that this object lives on."""

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 2) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="quizapp")
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], Any],
        on_answer: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None = None,
    ) -> None:
        """Call `work` in the pool, then `on_answer` with what it gave, or `on_error` with what it raised.

        Without `on_error` an exception reaches sys.excepthook on the GUI thread.
        """

        def deliver(future: "Future[Any]") -> None:
            if self._closed or future.cancelled():
                return
            error = future.exception()
            if error is not None and not isinstance(error, Exception):
                raise error
            self._answered.emit(_Answer(None if error else future.result(), error, on_answer, on_error))

        self._pool.submit(work).add_done_callback(deliver)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if self._closed:
            return
        if answer.error is None:
            answer.on_answer(answer.value)
        elif answer.on_error is not None:
            answer.on_error(answer.error)
        else:
            raise answer.error

    def finish(self) -> None:
        """Do everything that was asked for, then close: for what must not be lost. No answer arrives after this."""
        self._closed = True
        self._pool.shutdown(wait=True)

    def close(self) -> None:
        """Finish what runs, drop what waits; no answer arrives after this."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
