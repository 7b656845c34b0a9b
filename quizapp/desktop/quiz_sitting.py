"""A quiz that is asked: one item after the other until it is through, its time is up, or the learner leaves."""

import time
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from quizapp.desktop.pages.exercise.model import Manner, OnError
from quizapp.desktop.pages.exercise.occasion import Occasion
from quizapp.desktop.pages.quiz.model import Kept, to_detail, write_kept
from quizapp.desktop.pages.quiz.run import QuizRunPage
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.ask_first import AskFirst
from quizapp.judging.marks import in_words
from quizapp.judging.questions import Answer, judge_answer
from quizapp.message import SaysError
from quizapp.packs.model import Exercise, ItemId, Question
from quizapp.study.drafts import Drafts
from quizapp.study.model import AnsweredQuestion, AttemptMade
from quizapp.study.quizzes.quiz import Quiz, When
from quizapp.study.quizzes.run import Run
from quizapp.study.quizzes.stopwatch import Stopwatch

TICK_MILLISECONDS = 500

NOTHING_WRITTEN = "\n"
"""Code of no character is an answer; an answer of none would mean that the item was passed over."""


class QuizSitting(QObject):
    """Goes through one quiz on a page of its own; what was done is in the journal before the next item comes.

    `opened` comes when the page takes the whole window, `left` when the quiz is over or kept for later, `failed`
    carries why something could not be written of one that is no longer asked.
    """

    opened = Signal()
    left = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, pages: QStackedWidget) -> None:
        """Ask on a page in `pages`, made when it is first needed."""
        super().__init__(pages)
        self._services = services
        self._pages = pages
        self._page: QuizRunPage | None = None
        self._run: Run | None = None
        self._item: Question | Exercise | None = None
        self._is_asking = False
        self._unwritten: tuple[Kept, ...] = ()
        self._ask_first = AskFirst(pages)
        self._ticks = QTimer(self, interval=TICK_MILLISECONDS)
        self._ticks.timeout.connect(self._tick)

    @property
    def is_open(self) -> bool:
        """Whether a quiz is asked."""
        return self._run is not None

    @Slot(object)
    def go_on_with(self, quiz: Quiz) -> None:
        """Ask what is left of a quiz; nothing happens if another one is asked."""
        if self.is_open:
            return
        self._retry()
        self._run = Run(quiz, Stopwatch(time.monotonic, quiz.used), lambda item: self._find(item) is not None)
        self._pages.setCurrentWidget(self._run_page())
        self.opened.emit()
        self._ask_next()

    @Slot()
    def leave(self) -> None:
        """Keep the quiz for later."""
        if self._run is not None:
            self._stop_time(self._run)
            self._close()

    def close_cleanly(self) -> None:
        """Write what is pending, for when the window closes; the quiz can be gone on with after that.

        Raises:
            SaysError: if an answer or a draft can't be written; it is kept for another try.
        """
        if self._page is not None and self._page.exercise is not None:
            self._page.exercise.close_cleanly()
        paused = self._run.pause() if self._run is not None else None
        failed, self._unwritten = (*self._unwritten, *((Kept(paused),) if paused is not None else ())), ()
        for number, kept in enumerate(failed):
            try:
                write_kept(kept, self._services.learner)
            except SaysError:
                self._unwritten = failed[number:]
                raise

    def _run_page(self) -> QuizRunPage:
        if self._page is None:
            page = self._page = QuizRunPage(self._services)
            page.answered.connect(self._take_answer)
            page.next_wanted.connect(self._ask_next)
            page.skip_wanted.connect(self._skip)
            page.pause_wanted.connect(self._pause)
            page.resume_wanted.connect(self._resume)
            page.end_wanted.connect(self._ask_to_end)
            page.leave_wanted.connect(self.leave)
            page.retry_wanted.connect(self._retry)
            self._pages.addWidget(page)
        return self._page

    def _find(self, item_id: ItemId) -> Question | Exercise | None:
        item = self._services.find(item_id)
        return item if isinstance(item, Question | Exercise) else None

    @Slot()
    def _ask_next(self) -> None:
        run, page = self._run, self._page
        if run is None or page is None:
            return
        item = self._find(run.item) if run.item is not None else None
        if item is None or run.is_out_of_time:
            self._end()
            return
        self._item, self._is_asking = item, True
        run.watch.start()
        self._ticks.start()
        if isinstance(item, Exercise):
            page.show_exercise(item, run, self._occasion(run))
        else:
            page.show_question(item, run)

    def _occasion(self, run: Run) -> Occasion:
        manner = Manner.QUIZ if run.quiz.feedback is When.AT_ONCE else Manner.SILENT_QUIZ
        return Occasion(run.quiz.id, manner, partial(self._take_attempt, run))

    @Slot(object)
    def _take_answer(self, answer: Answer) -> None:
        run, question = self._run, self._item
        if run is None or not self._is_asking or not isinstance(question, Question):
            return
        right, words = judge_answer(question, answer), in_words(question, answer)
        entry = run.answer(question.id, words, right=right, detail=to_detail(answer))
        answered = AnsweredQuestion(item=question.id, answer=words, right=right, seconds=entry.seconds)
        self._answered(run, Kept(entry, answered if run.quiz.counts else None))
        if run.quiz.feedback is When.AT_THE_END:
            self._ask_next()
        elif self._page is not None:
            self._page.show_feedback(answer, run, is_right=right)

    def _take_attempt(self, run: Run, made: AttemptMade, on_answer: object, _on_error: OnError) -> None:
        """Take the first check of the exercise as its answer; what is tried afterwards is not kept."""
        if run is not self._run or not self._is_asking or self._item is None or made.item != self._item.id:
            return
        entry = run.answer(made.item, made.code or NOTHING_WRITTEN, right=made.passed, detail=made.mistake or "")
        self._answered(run, Kept(entry, made if run.quiz.counts else None))
        if run.quiz.feedback is When.AT_THE_END:
            self._ask_next()
        elif self._page is not None:
            self._page.show_answered(run)

    def _answered(self, run: Run, kept: Kept) -> None:
        self._is_asking = False
        run.watch.stop()
        self._write(kept)

    @Slot()
    def _skip(self) -> None:
        if self._run is not None and self._is_asking and self._item is not None and self._run.can_skip:
            self._write(Kept(self._run.skip(self._item.id)))
            self._ask_next()

    @Slot()
    def _pause(self) -> None:
        if self._run is not None and self._page is not None and self._is_asking and not self._page.is_checking:
            self._stop_time(self._run)
            self._page.show_time(self._run)
            self._page.show_paused(self._run.quiz)

    @Slot()
    def _resume(self) -> None:
        if self._run is not None and self._page is not None:
            self._run.watch.start()
            self._ticks.start()
            self._page.show_resumed(self._run)

    def _stop_time(self, run: Run) -> None:
        self._ticks.stop()
        paused = run.pause()
        if paused is not None:
            self._write(Kept(paused))

    @Slot()
    def _ask_to_end(self) -> None:
        run = self._run
        if run is None:
            return
        if run.item is None:
            self._end()
            return
        wording = self._services.appearance.wording
        open_ones = len(run.quiz.left)
        self._ask_first.ask(
            wording.say("Finish the quiz?"),
            wording.say_many(
                "{count} item is not answered and counts as missed.",
                "{count} items are not answered and count as missed.",
                open_ones,
            ),
            yes=wording.say("Finish"),
            no=wording.say("Go on"),
            then=self._end,
        )

    def _end(self) -> None:
        run = self._run
        if run is None:
            return
        self._write(Kept(run.end()))
        self._close()
        exercises = [item for item in run.quiz.items if isinstance(self._find(item), Exercise)]
        drafts = [self._occasion(run).draft_of(item) for item in exercises]
        self._services.store.submit(partial(_discard, drafts, self._services.drafts), _ignore)

    def _close(self) -> None:
        self._ticks.stop()
        self._ask_first.withdraw()
        self._run = self._item = None
        self._is_asking = False
        if self._page is not None:
            self._page.put_away()
        self.left.emit()

    @Slot()
    def _tick(self) -> None:
        run, page = self._run, self._page
        if run is None or page is None or not self._is_asking:
            return
        if page.is_checking:
            # The sandbox takes its time, not the learner.
            run.watch.stop()
        else:
            run.watch.start()
        page.show_time(run)
        if run.is_out_of_time and not page.is_checking:
            self._end()

    def _write(self, kept: Kept) -> None:
        work = partial(write_kept, kept, self._services.learner)
        self._services.store.submit(work, _ignore, partial(self._could_not, kept))

    def _could_not(self, kept: Kept, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self._unwritten = (*self._unwritten, kept)
        if self._page is not None and self.is_open:
            self._page.tell(error.says)
        else:
            self.failed.emit(error.says)

    @Slot()
    def _retry(self) -> None:
        failed, self._unwritten = self._unwritten, ()
        for kept in failed:
            self._write(kept)


def _discard(drafts: list[ItemId], kept: Drafts) -> None:
    for draft in drafts:
        kept.discard(draft)


def _ignore(_nothing: object) -> None:
    """Do nothing: all is well."""
