"""The Author page: the open pack's tree, the item that the author is on in both languages, and what is wrong."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.pack_drops import dropped_pack, dropped_path
from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.desk import AuthorDesk
from quizapp.desktop.pages.author.files import FileOpener
from quizapp.desktop.pages.author.head import AuthorHead
from quizapp.desktop.pages.author.item_menu import ItemDeeds, offer
from quizapp.desktop.pages.author.job_strip import JobStrip
from quizapp.desktop.pages.author.jobs import Job, Jobs, Work
from quizapp.desktop.pages.author.making import PackMaking
from quizapp.desktop.pages.author.making_dialogs import MakingDialogs
from quizapp.desktop.pages.author.preview import AuthorPreview
from quizapp.desktop.pages.author.problem_lines import ProblemLine, file_of
from quizapp.desktop.pages.author.problem_list import ProblemList
from quizapp.desktop.pages.author.recent import Recent, load_recent, save_recent, with_folder
from quizapp.desktop.pages.author.start import AuthorStart
from quizapp.desktop.pages.author.state import OpenPack, forget_changed, with_checked, with_recorded
from quizapp.desktop.pages.author.tree import PackTree
from quizapp.desktop.services import Services
from quizapp.desktop.trial import Trial
from quizapp.desktop.widgets.notice import Notice
from quizapp.desktop.widgets.panel import rule
from quizapp.message import Message, message
from quizapp.packs.model import Exercise, Item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizapp.desktop.pages.author.programs import Recorded
    from quizapp.desktop.pages.author.recording import Differing

PROBLEMS_HEIGHT = 160
"""Logical pixels of the list of problems, at first."""

SHOWING_MS = 80
"""From an item's result until it is shown, with those that came meanwhile."""

KEEPING_MS = 400
"""From a move of the line beside the tree until it is remembered."""


class AuthorPage(QWidget):
    """Shows one pack folder; it is read anew whenever a file in it is saved.

    Signals:
        back_wanted: the list of packs is to be shown. trial_chosen: with a `Trial`.
        install_wanted: the pack in this folder is to be installed; with a `Path`.
    """

    back_wanted = Signal()
    install_wanted = Signal(object)
    trial_chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        appearance = services.appearance
        self.desk, self.jobs = AuthorDesk(services, self), Jobs(services, self)
        self._recent = load_recent(services.home.author)
        self.making, self._files = PackMaking(services.runs, self), FileOpener(services.runs, self)
        self._dialogs = MakingDialogs(self.making, appearance, self)
        self.notice, self.start = Notice(appearance), AuthorStart(appearance)
        self.head = AuthorHead(appearance)
        self.tree, self.preview = PackTree(appearance), AuthorPreview(appearance)
        self.problems, self.strip = ProblemList(appearance), JobStrip(appearance)
        self._stack, self._desk_page = QStackedWidget(), QSplitter()
        self._right, self._has_problems = QSplitter(Qt.Orientation.Vertical), True
        # Many items come through in a second; each alone would have everything shown anew.
        self._found: list[ItemChecked] = []
        self._showing = QTimer(self, singleShot=True, interval=SHOWING_MS)
        self._keeping = QTimer(self, singleShot=True, interval=KEEPING_MS)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show(None)

    def _lay_out(self) -> None:
        right = self._right
        for split, first, second, sizes in (
            (right, self.preview, self.problems, (560, PROBLEMS_HEIGHT)),
            (self._desk_page, self.tree, right, (self._recent.tree_width, 700)),
        ):
            split.setChildrenCollapsible(False)
            split.setHandleWidth(1)
            split.addWidget(first)
            split.addWidget(second)
            split.setSizes(list(sizes))
            split.setStretchFactor(1, 1)
        right.setStretchFactor(0, 1)
        right.setStretchFactor(1, 0)
        self._desk_page.setStretchFactor(0, 0)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self._desk_page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.notice)
        rows.addWidget(self.head)
        rows.addWidget(rule())
        rows.addWidget(self._stack, 1)
        rows.addWidget(self.strip)

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.back_wanted)
        for top in (self.head, self.start):
            top.new_wanted.connect(self._begin_pack)
        self.head.open_wanted.connect(self.pick)
        self.start.pick_wanted.connect(self.pick)
        self.start.chosen.connect(self.open)
        self.head.build_wanted.connect(self._build)
        self.head.install_wanted.connect(self._install)
        self._dialogs.folder_chosen.connect(self.open)
        self.making.begun.connect(self.open)
        self.making.built.connect(self._tell_done)
        self.making.failed.connect(self.notice.tell)
        self._files.failed.connect(self._warn)
        self._desk_page.splitterMoved.connect(self._keep_width)
        self.head.verify.clicked.connect(self._verify)
        self.head.record.clicked.connect(self._record)
        self.jobs.differing.connect(self._ask_to_store)
        self.jobs.recorded.connect(self._take_recorded)
        self.tree.menu_wanted.connect(self._open_menu)
        self.preview.menu_wanted.connect(self._open_menu)
        self.desk.changed.connect(self._show)
        self.jobs.changed.connect(self._show_job)
        self.jobs.checked.connect(self._take_checked)
        self._showing.timeout.connect(self._show_checked)
        self._keeping.timeout.connect(self._remember_width)
        self.strip.stop_wanted.connect(self.jobs.stop)
        self.tree.chosen.connect(self._show_item)
        self.tree.opened.connect(self._open_item)
        self.preview.open_wanted.connect(self._open_shown)
        self.preview.try_wanted.connect(self._try_shown)
        self.problems.opened.connect(self._open_problem)
        for keys, slot in (("Ctrl+O", self.pick), ("Ctrl+Return", self._try_shown), ("Ctrl+E", self._open_shown)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- which folder

    @Slot()
    def pick(self) -> None:
        """Ask for a folder."""
        self._dialogs.pick(self._beside())

    @Slot()
    def _begin_pack(self) -> None:
        self._dialogs.begin(self._beside())

    def _beside(self) -> Path | None:
        """Return the folder in which the pack lies that was open last."""
        return self._recent.folders[0].parent if self._recent.folders else None

    @Slot(object)
    def open(self, folder: Path) -> None:
        """Open the pack in a folder; a file in it means the folder that holds pack.toml."""
        found = next((each for each in (folder, *folder.parents) if (each / "pack.toml").is_file()), None)
        if found is None:
            self.notice.tell(message("There is no pack.toml in {folder}, so it is no pack.", folder=str(folder)))
            return
        self.notice.put_away()
        self.jobs.forget()
        self._remember(with_folder(found, self._recent))
        self.desk.open(found)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remember(self, recent: Recent) -> None:
        self._recent = recent
        self._services.store.submit(partial(save_recent, self._services.home.author, recent), _ignore, _ignore)

    @Slot()
    def _keep_width(self) -> None:
        self._keeping.start()

    @Slot()
    def _remember_width(self) -> None:
        self._remember(replace(self._recent, tree_width=self._desk_page.sizes()[0]))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take the folder of a pack, or a file in it."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        if (folder := _dropped(event)) is not None:
            event.acceptProposedAction()
            self.open(folder)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the files again."""
        super().showEvent(event)
        self.desk.watch.wake()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more: nobody sees it."""
        super().hideEvent(event)
        self.desk.watch.sleep()

    # -- what is shown

    @Slot(object)
    def _show(self, state: OpenPack | None) -> None:
        self._stack.setCurrentWidget(self.start if state is None else self._desk_page)
        self.start.show_recent(self._recent.folders)
        self.head.show_pack(state)
        self.tree.show_pack(state)
        self.problems.show_pack(state)
        self.strip.show_changed(self._changed(state))
        self._share_height()
        self._show_item(self.tree.path())
        self._allow_jobs()

    def _share_height(self) -> None:
        """Give the preview what the problems don't need; where the author moved the line between them, it stays."""
        if self._has_problems != bool(self.problems.lines):
            self._has_problems = bool(self.problems.lines)
            below = PROBLEMS_HEIGHT if self._has_problems else self.problems.maximumHeight()
            self._right.setSizes([max(sum(self._right.sizes()) - below, 0), below])

    def _changed(self, state: OpenPack | None) -> int:
        """Return how many items are others than when the last job verified them."""
        job = self.jobs.job
        return len(state.changed) if state is not None and job is not None and job.work is Work.VERIFY else 0

    @Slot(str)
    def _show_item(self, path: str) -> None:
        self.preview.show_item(self.desk.state, path)
        self.desk.watch.attend_to(path)

    # -- what is done

    @Slot()
    def _verify(self) -> None:
        state = self.desk.state
        if state is not None and state.outline.pack is not None:
            self._verify_items(state.outline.pack.items())

    @Slot()
    def _verify_shown(self) -> None:
        if (item := self.preview.item) is not None:
            self._verify_items((item,))

    def _verify_items(self, items: "Sequence[Item]") -> None:
        state = self.desk.state
        if state is not None and state.pack is not None and not self.jobs.is_busy:
            self.desk.put(forget_changed(state))
            self.jobs.verify(state.pack, items)

    @Slot()
    def _record(self) -> None:
        state = self.desk.state
        if state is not None and state.outline.pack is not None:
            self.jobs.record([item for item in state.outline.pack.items() if isinstance(item, Exercise)])

    @Slot()
    def _record_shown(self) -> None:
        if isinstance(item := self.preview.item, Exercise):
            self.jobs.record((item,))

    @Slot(object)
    def _ask_to_store(self, differing: "tuple[Differing, ...]") -> None:
        from quizapp.desktop.pages.author.record_dialog import RecordDialog
        from quizapp.desktop.pages.author.recording import change_text

        wording = self._services.appearance.wording
        dialog = RecordDialog(len(differing), change_text(differing, wording), wording, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self.jobs.store, differing))
        dialog.rejected.connect(self.jobs.keep)
        dialog.open()

    @Slot(object)
    def _take_recorded(self, recorded: "tuple[Recorded, ...]") -> None:
        if self.desk.state is not None:
            self.desk.put(with_recorded(self.desk.state, recorded))

    @Slot()
    def _build(self) -> None:
        state = self.desk.state
        if state is not None and state.pack is not None:
            self._dialogs.build(state.pack, state.outline.folder)

    @Slot()
    def _install(self) -> None:
        if self.desk.state is not None:
            self.install_wanted.emit(self.desk.state.outline.folder)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        deeds = ItemDeeds(self._open_shown, self._try_shown, self._verify_shown, self._record_shown)
        wording = self._services.appearance.wording
        offer(self.preview.item, deeds, at, wording, self, can_run=not self.jobs.is_busy)

    @Slot(object)
    def _take_checked(self, found: ItemChecked) -> None:
        self._found.append(found)
        if not self._showing.isActive():
            self._showing.start()

    @Slot()
    def _show_checked(self) -> None:
        found, self._found = self._found, []
        if self.desk.state is not None and found:
            self.desk.put(with_checked(self.desk.state, *found))

    @Slot(object)
    def _show_job(self, job: Job | None) -> None:
        if job is None:
            self._found.clear()
        elif job.is_over:
            self._show_checked()
        self.strip.show_job(job)
        self._allow_jobs()

    def _allow_jobs(self) -> None:
        state = self.desk.state
        can = state is not None and state.outline.pack is not None and bool(state.outline.pack.lessons)
        self.head.allow_jobs(allowed=can and not self.jobs.is_busy)

    @Slot()
    def _try_shown(self) -> None:
        self._try(self.preview.item)

    def _try(self, item: Item | None) -> None:
        state = self.desk.state
        if state is not None and state.pack is not None and item is not None:
            self.trial_chosen.emit(Trial(state.pack, (item.id,)))

    # -- files

    @Slot(str)
    def _open_item(self, path: str) -> None:
        state = self.desk.state
        item = state.item(path) if state is not None else None
        if state is None:
            return
        if item is not None:
            self._open_file(state.outline.folder / file_of(item), None)
        elif "/" not in path:
            self._open_file(state.outline.folder / path / "lesson.toml", None)
        elif (problem := next((line for line in state.problems() if line.path == path), None)) is not None:
            self._open_problem(problem)

    @Slot()
    def _open_shown(self) -> None:
        self._open_item(self.tree.path())

    @Slot(object)
    def _open_problem(self, problem: ProblemLine) -> None:
        if self.desk.state is None:
            return
        self.tree.go_to(problem.path)
        self._open_file(self.desk.state.outline.folder / problem.file, problem.line)

    def _open_file(self, file: Path, line: int | None) -> None:
        self._files.open(file, line)

    @Slot(object)
    def _warn(self, says: Message) -> None:
        self.notice.tell(says, "warn")

    @Slot(object)
    def _tell_done(self, says: Message) -> None:
        self.notice.tell(says, "ok")


def _dropped(event: QDropEvent) -> Path | None:
    """Return the folder or file that is dropped; a pack in one file is for those who learn with it."""
    return None if dropped_pack(event) is not None else dropped_path(event)


def _ignore(_nothing: object) -> None:
    """Do nothing: folders that are not remembered are not worth a word."""
