"""The Author page: the open pack's tree, the item that the author is on in both languages, and what is wrong."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.pack_drops import dropped_pack, dropped_path
from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.desk import AuthorDesk
from quizapp.desktop.pages.author.editors import place
from quizapp.desktop.pages.author.head import AuthorHead
from quizapp.desktop.pages.author.job_strip import JobStrip
from quizapp.desktop.pages.author.jobs import Job, Jobs
from quizapp.desktop.pages.author.open_file import open_file
from quizapp.desktop.pages.author.preview import AuthorPreview
from quizapp.desktop.pages.author.problem_lines import ProblemLine, file_of
from quizapp.desktop.pages.author.problem_list import ProblemList
from quizapp.desktop.pages.author.recent import load_recent, save_recent, with_folder
from quizapp.desktop.pages.author.start import AuthorStart
from quizapp.desktop.pages.author.state import OpenPack, with_checked
from quizapp.desktop.pages.author.tree import PackTree
from quizapp.desktop.services import Services
from quizapp.desktop.trial import Trial
from quizapp.desktop.widgets.notice import Notice
from quizapp.desktop.widgets.panel import rule
from quizapp.message import message
from quizapp.packs.model import Exercise, Item

if TYPE_CHECKING:
    from quizapp.desktop.pages.author.recording import Differing

PROBLEMS_HEIGHT = 160
"""Logical pixels of the list of problems, at first."""

SHOWING_MS = 80
"""From an item's result until it is shown, with those that came meanwhile."""


class AuthorPage(QWidget):
    """Shows one pack folder; it is read anew whenever a file in it is saved.

    Signals:
        back_wanted: the list of packs is to be shown. trial_chosen: with a `Trial`.
    """

    back_wanted = Signal()
    trial_chosen = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        appearance = services.appearance
        self.desk, self.jobs = AuthorDesk(services, self), Jobs(services, self)
        self._recent = load_recent(services.home.author)
        self._dialog: QFileDialog | None = None
        self.notice, self.start = Notice(appearance), AuthorStart(appearance)
        self.head = AuthorHead(appearance)
        self.tree, self.preview = PackTree(appearance), AuthorPreview(appearance)
        self.problems, self.strip = ProblemList(appearance), JobStrip(appearance)
        self._stack, self._desk_page = QStackedWidget(), QSplitter()
        self._right, self._has_problems = QSplitter(Qt.Orientation.Vertical), True
        # Many items come through in a second; each alone would have everything shown anew.
        self._found: list[ItemChecked] = []
        self._showing = QTimer(self, singleShot=True, interval=SHOWING_MS)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self._show(None)

    def _lay_out(self) -> None:
        right = self._right
        for split, first, second, sizes in (
            (right, self.preview, self.problems, (560, PROBLEMS_HEIGHT)),
            (self._desk_page, self.tree, right, (250, 700)),
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
        self.head.open.clicked.connect(self.pick)
        self.start.pick_wanted.connect(self.pick)
        self.start.chosen.connect(self.open)
        self.head.verify.clicked.connect(self._verify)
        self.head.record.clicked.connect(self._record)
        self.jobs.differing.connect(self._ask_to_store)
        self.jobs.reported.connect(self._show_report)
        self.tree.menu_wanted.connect(self._open_menu)
        self.preview.menu_wanted.connect(self._open_menu)
        self.desk.changed.connect(self._show)
        self.jobs.changed.connect(self._show_job)
        self.jobs.checked.connect(self._take_checked)
        self._showing.timeout.connect(self._show_checked)
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
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = QFileDialog(self, self._services.appearance.wording.say("Folder of a pack"))
        self._dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if self._recent:
            self._dialog.setDirectory(str(self._recent[0].parent))
        self._dialog.fileSelected.connect(self._open_named)
        self._dialog.open()

    @Slot(str)
    def _open_named(self, name: str) -> None:
        self.open(Path(name))

    @Slot(object)
    def open(self, folder: Path) -> None:
        """Open the pack in a folder; a file in it means the folder that holds pack.toml."""
        found = next((each for each in (folder, *folder.parents) if (each / "pack.toml").is_file()), None)
        if found is None:
            self.notice.tell(message("There is no pack.toml in {folder}, so it is no pack.", folder=str(folder)))
            return
        self.notice.put_away()
        self.jobs.forget()
        self._recent = with_folder(found, self._recent)
        self._services.store.submit(partial(save_recent, self._services.home.author, self._recent), _ignore, _ignore)
        self.desk.open(found)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.start.show_recent(self._recent)
        self.head.show_pack(state)
        self.tree.show_pack(state)
        self.problems.show_pack(state)
        self._share_height()
        self._show_item(self.tree.path())
        self._allow_jobs()

    def _share_height(self) -> None:
        """Give the preview what the problems don't need; where the author moved the line between them, it stays."""
        if self._has_problems != bool(self.problems.lines):
            self._has_problems = bool(self.problems.lines)
            below = PROBLEMS_HEIGHT if self._has_problems else self.problems.maximumHeight()
            self._right.setSizes([max(sum(self._right.sizes()) - below, 0), below])

    @Slot(str)
    def _show_item(self, path: str) -> None:
        self.preview.show_item(self.desk.state, path)
        self.desk.watch.attend_to(path)

    # -- what is done

    @Slot()
    def _verify(self) -> None:
        state = self.desk.state
        if state is not None and state.outline.pack is not None:
            self.jobs.verify(state.outline.pack, state.outline.pack.items())

    @Slot()
    def _verify_shown(self) -> None:
        state, item = self.desk.state, self.preview.item
        if state is not None and state.pack is not None and item is not None:
            self.jobs.verify(state.pack, (item,))

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
        dialog.open()

    @Slot()
    def _attack_shown(self) -> None:
        state, item = self.desk.state, self.preview.item
        if state is not None and state.pack is not None and isinstance(item, Exercise):
            self.jobs.attack(state.pack, item)

    @Slot(object, str)
    def _show_report(self, exercise: Exercise, report: str) -> None:
        from quizapp.desktop.pages.author.report_dialog import ReportDialog

        wording = self._services.appearance.wording
        ReportDialog(exercise.title.read(wording.language), report, wording, self).open()

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        say, item, can = self._services.appearance.wording.say, self.preview.item, not self.jobs.is_busy
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Open file")).triggered.connect(self._open_shown)
        if item is not None:
            menu.addAction(say("Try it")).triggered.connect(self._try_shown)
            menu.addAction(say("Verify only this")).triggered.connect(self._verify_shown)
            menu.actions()[-1].setEnabled(can)
        if isinstance(item, Exercise):
            menu.addAction(say("Attack its checks…")).triggered.connect(self._attack_shown)
            menu.actions()[-1].setEnabled(can)
            menu.addAction(say("Record only this")).triggered.connect(self._record_shown)
            menu.actions()[-1].setEnabled(can)
        menu.popup(at)

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
        if not open_file(file, line):
            self.notice.tell(
                message("No editor could be opened; the place is {place}.", place=place(file, line)), "warn"
            )


def _dropped(event: QDropEvent) -> Path | None:
    """Return the folder or file that is dropped; a pack in one file is for those who learn with it."""
    return None if dropped_pack(event) is not None else dropped_path(event)


def _ignore(_nothing: object) -> None:
    """Do nothing: folders that are not remembered are not worth a word."""
