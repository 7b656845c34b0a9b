"""The Learn page: every lesson with its items, to open one by one or to study as a whole."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from quizapp.desktop.pages.learn.model import PackState, first_to_open, look_at_lessons, outline
from quizapp.desktop.pages.learn.panels import LessonPanel, ProblemsPanel
from quizapp.desktop.pages.section_page import SectionPage
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column


class LearnPage(SectionPage):
    """Shows the lessons of all packs; asks the schedule again whenever `refresh` is called."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._packs: tuple[PackState, ...] = ()
        self._title = label("title")
        self._nothing = label("muted", wraps=True)
        self._pack_titles: list[QLabel] = []
        self._lessons: dict[str, LessonPanel] = {}
        self._problems: ProblemsPanel | None = None
        self._column = Column()
        self._build()
        services.appearance.changed.connect(self._retranslate)
        self._retranslate()
        self.refresh()

    def _build(self) -> None:
        rows = self._column.rows
        rows.addWidget(self._title)
        if self._services.problems:
            self._problems = ProblemsPanel(self._services.problems, self._services.appearance)
            rows.addWidget(self._problems)
        rows.addWidget(self._nothing)
        rows.addStretch()
        self._column.fill(self)

    def refresh(self) -> None:
        """Ask how far the learner is, and show it."""
        look: Callable[[], object] = partial(look_at_lessons, self._services.learner, self._services.packs)
        self._services.store.submit(look, self._show_packs)

    def _show_packs(self, packs: tuple[PackState, ...]) -> None:
        before, self._packs = self._packs, packs
        self._nothing.setVisible(not packs)
        if outline(before) != outline(packs):
            self._remake_lessons(packs)
        self._retranslate()

    def _remake_lessons(self, packs: tuple[PackState, ...]) -> None:
        """Show other lessons or items than before; what was unfolded stays so, and the page where it is."""
        if not self._lessons:
            opened = first_to_open(packs)
            self._make_lessons(packs, frozenset() if opened is None else frozenset({opened}))
            if opened is not None and opened != next(iter(self._lessons)):
                self._column.follow(self._lessons[opened])
            return
        unfolded = frozenset(key for key, panel in self._lessons.items() if panel.is_open)
        for widget in (*self._pack_titles, *self._lessons.values()):
            widget.hide()
            self._column.rows.removeWidget(widget)
            widget.deleteLater()
        self._pack_titles.clear()
        self._lessons.clear()
        self._make_lessons(packs, unfolded)

    def _make_lessons(self, packs: tuple[PackState, ...], unfolded: frozenset[str]) -> None:
        rows = self._column.rows
        for pack in packs:
            title = label("muted")
            title.setVisible(len(packs) > 1)
            self._pack_titles.append(title)
            rows.insertWidget(rows.count() - 1, title)
            for lesson in pack.lessons:
                panel = LessonPanel(lesson, self._services.appearance)
                panel.item_chosen.connect(self.item_chosen)
                panel.study_chosen.connect(self.study_chosen)
                panel.unfolded.connect(self._column.follow)
                panel.set_open(lesson.key in unfolded)
                self._lessons[lesson.key] = panel
                rows.insertWidget(rows.count() - 1, panel)

    @Slot()
    def _retranslate(self) -> None:
        wording = self._services.appearance.wording
        self._title.setText(wording.say("Learn"))
        self._nothing.setText(wording.say("There are no lessons here: this installation has no pack that can be read."))
        if self._problems is not None:
            self._problems.retranslate()
        for title, pack in zip(self._pack_titles, self._packs, strict=False):
            title.setText(pack.title.read(wording.language))
        for pack in self._packs:
            for lesson in pack.lessons:
                self._lessons[lesson.key].show_lesson(lesson)
