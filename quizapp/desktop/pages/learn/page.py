"""The Learn page: every lesson with its items, to open one by one or to study as a whole."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.learn.model import (
    LessonState,
    PackState,
    first_to_open,
    look_at_lessons,
    look_at_outlines,
)
from quizapp.desktop.pages.learn.panels import LessonPanel
from quizapp.desktop.pages.learn.problems import ProblemsPanel
from quizapp.desktop.pages.section_page import SectionPage
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column
from quizapp.wording.reading import reading_words

if TYPE_CHECKING:
    # Only annotations: the page can be there before the home is open.
    from quizapp.desktop.services import Services
    from quizapp.packs.library import Catalogue
    from quizapp.packs.problems import PackError

PANELS_AT_ONCE = 5
"""Lessons that are made before keys, clicks and painting have their turn: as many as are seen."""


class LearnPage(SectionPage):
    """Shows the lessons of all packs: at first what the packs say of them, with `show_services` their items too.

    With services it asks the schedule again whenever `refresh` is called.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._services: Services | None = None
        self._packs: tuple[PackState, ...] = ()
        self._to_open: str | None = None
        self._to_show: str | None = None
        self._share = 0.0
        self._title, self._reading = label("title"), label("muted")
        self._nothing = label("muted", wraps=True)
        self._pack_titles: dict[str, QLabel] = {}
        self._lessons: dict[str, LessonPanel] = {}
        self._problems: ProblemsPanel | None = None
        self._column = Column()
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._arrange)
        self._build()
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _build(self) -> None:
        # Beside the title, so that nothing moves when it goes.
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._reading, 0, Qt.AlignmentFlag.AlignBottom)
        rows = self._column.rows
        rows.addLayout(top)
        self._nothing.hide()
        rows.addWidget(self._nothing)
        rows.addStretch()
        self._column.fill(self)

    def show_catalogue(self, catalogue: "Catalogue") -> None:
        """Show what the packs say of their lessons, before the items are read."""
        if self._services is None:
            self._show_packs(look_at_outlines(catalogue.outlines))

    def show_read(self, share: float) -> None:
        """Say which share of the items is read, 0 to 1."""
        self._share = share
        self._show_reading()

    def show_services(self, services: "Services") -> None:
        """Show the items and how far the learner is with them, from the next `refresh` on."""
        self._services = services
        self._show_problems(services.problems)

    def refresh(self) -> None:
        """Ask how far the learner is, and show it."""
        if self._services is not None:
            self._show_problems(self._services.problems)
            look: Callable[[], object] = partial(look_at_lessons, self._services.learner, self._services.packs)
            self._services.store.submit(look, self._show_read_packs)

    def show_pack(self, pack_id: str) -> None:
        """Bring the heading of a pack to the top, its first lesson unfolded, as soon as its lessons are there."""
        self._to_show = pack_id
        self._bring_up_pack()

    def _bring_up_pack(self) -> None:
        title = self._pack_titles.get(self._to_show or "")
        # With panels still to come the heading may not get to the top.
        if title is not None and not self._turns.isActive():
            self._unfold_first(self._to_show or "")
            self._to_show = None
            self._column.bring_up(title)

    def _unfold_first(self, pack_id: str) -> None:
        """Unfold the first lesson of a pack, unless one is unfolded."""
        lessons = [panel for key, panel in self._lessons.items() if key.startswith(f"{pack_id}/")]
        if lessons and not any(panel.is_open for panel in lessons):
            lessons[0].set_open(True)

    def _show_problems(self, problems: "tuple[PackError, ...]") -> None:
        """Say what could not be read, where that is something else than is said already: packs come and go."""
        before = self._problems
        if problems == (before.problems if before is not None else ()):
            return
        self._stay()
        self._problems = ProblemsPanel(problems, self._appearance) if problems else None
        if before is not None:
            self._take_away(before)
        if self._problems is not None:
            self._column.rows.insertWidget(1, self._problems)

    def _show_read_packs(self, packs: tuple[PackState, ...]) -> None:
        if not self._lessons:
            # Who has seen the lessons before they were read may be reading them: nothing unfolds under their eyes.
            self._to_open = first_to_open(packs)
        wished = next((panel for panel in self._lessons.values() if panel.is_wished), None)
        self._show_packs(packs)
        if wished is not None and wished in self._lessons.values():
            wished.study()

    def _show_packs(self, packs: tuple[PackState, ...]) -> None:
        """Show these lessons; panels that there are stay, and are where they were in the view."""
        self._stay()
        self._packs = packs
        self._nothing.setVisible(not packs)
        self._drop_others()
        self._arrange()
        self._retranslate()

    def _stay(self) -> None:
        shown = (panel for panel in self._lessons.values() if not panel.visibleRegion().isEmpty())
        if (first := next(shown, None)) is not None:
            self._column.hold(first)

    def _drop_others(self) -> None:
        """Take away the titles and panels of what there is no more."""
        packs = {pack.id for pack in self._packs}
        lessons = {lesson.key for pack in self._packs for lesson in pack.lessons}
        gone = [self._pack_titles.pop(pack) for pack in set(self._pack_titles) - packs]
        for widget in (*gone, *(self._lessons.pop(key) for key in set(self._lessons) - lessons)):
            self._take_away(widget)

    def _take_away(self, widget: QWidget) -> None:
        widget.hide()
        self._column.rows.removeWidget(widget)
        widget.deleteLater()

    @Slot()
    def _arrange(self) -> None:
        """Put everything in its order, and make some of the panels that are not there yet; the others follow."""
        self._turns.stop()
        # Each turn arranges all that there is anew: the more that is, the fewer turns.
        left = max(PANELS_AT_ONCE, len(self._lessons) // 20)
        place = self._column.rows.indexOf(self._nothing)
        for pack in self._packs:
            place += 1
            self._put(self._title_of(pack), place)
            for lesson in pack.lessons:
                place += 1
                if lesson.key in self._lessons:
                    self._put(self._lessons[lesson.key], place)
                elif left:
                    left -= 1
                    self._make_panel(lesson, place)
                else:
                    self._turns.start()
                    return
        self._bring_up_pack()

    def _put(self, widget: QWidget, place: int) -> None:
        """Let a widget be at this place in the column."""
        rows = self._column.rows
        there = rows.itemAt(place)
        if there is None or there.widget() is not widget:
            rows.removeWidget(widget)
            rows.insertWidget(place, widget)

    def _title_of(self, pack: PackState) -> QLabel:
        if pack.id not in self._pack_titles:
            self._pack_titles[pack.id] = label("muted")
            self._show_title(pack)
        return self._pack_titles[pack.id]

    def _make_panel(self, lesson: LessonState, place: int) -> None:
        panel = self._lessons[lesson.key] = LessonPanel(lesson, self._appearance)
        panel.item_chosen.connect(self.item_chosen)
        panel.study_chosen.connect(self.study_chosen)
        panel.wished.connect(self._wish)
        panel.unfolded.connect(self._column.follow)
        self._column.rows.insertWidget(place, panel)
        if lesson.key == self._to_open:
            panel.set_open(True)
            if len(self._lessons) > 1 and self._to_show is None:
                self._column.follow(panel)

    @Slot(object)
    def _wish(self, wished: LessonPanel) -> None:
        """Remember one lesson at a time: only one can be opened."""
        for panel in self._lessons.values():
            if panel is not wished:
                panel.show_wished(wished=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was to be opened: who has gone elsewhere is not to be taken away from there."""
        super().hideEvent(event)
        if not event.spontaneous():
            for panel in self._lessons.values():
                panel.show_wished(wished=False)

    def _show_reading(self) -> None:
        self._reading.setText(reading_words(self._appearance.wording, self._share))
        self._reading.setVisible(bool(self._packs) and not self._is_read)

    @property
    def _is_read(self) -> bool:
        return all(lesson.is_read for pack in self._packs for lesson in pack.lessons)

    def _show_title(self, pack: PackState) -> None:
        title = self._pack_titles[pack.id]
        title.setText(pack.title.read(self._appearance.wording.language))
        title.setVisible(len(self._packs) > 1)

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        self._title.setText(wording.say("Learn"))
        self._nothing.setText(wording.say("There are no lessons here: this installation has no pack that can be read."))
        self._show_reading()
        if self._problems is not None:
            self._problems.retranslate()
        for pack in self._packs:
            if pack.id in self._pack_titles:
                self._show_title(pack)
            for lesson in pack.lessons:
                if lesson.key in self._lessons:
                    self._lessons[lesson.key].show_lesson(lesson)
