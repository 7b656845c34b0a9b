from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.author import page as author_page
from quizapp.desktop.pages.author.page import AuthorPage
from quizapp.desktop.pages.author.recent import load_recent
from quizapp.desktop.pages.author.record_dialog import RecordDialog
from quizapp.desktop.pages.author.report_dialog import ReportDialog
from quizapp.desktop.pages.author.state import Mark
from quizapp.desktop.services import Services
from quizapp.desktop.trial import Trial
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from tests.desktop.desk import MarkedWording, visible_texts
from tests.desktop.pages.author.bench import opened
from tests.desktop.pages.author.made import CARD, EXERCISE, QUESTION, begun, rewrite

# Of the offscreen platform, about menus and dialogs.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def services(qapp: QApplication, tmp_path: Path, sandbox: Sandbox) -> Iterator[Services]:
    with opened(tmp_path / "home", sandbox) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> AuthorPage:
    made = AuthorPage(services)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return begun(tmp_path / "mini")


@pytest.fixture
def open_page(qtbot: QtBot, page: AuthorPage, folder: Path) -> AuthorPage:
    page.open(folder)
    qtbot.waitUntil(lambda: page.desk.state is not None and page.desk.state.outline.is_read)
    return page


def mark(page: AuthorPage, path: str) -> Mark:
    assert page.desk.state is not None
    line = page.desk.state.outline.line(path)
    assert line is not None
    return page.desk.state.mark(line)


def wait_until_shown(qtbot: QtBot, page: AuthorPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.preview.views["en"].plain_text())


def wait_until_over(qtbot: QtBot, page: AuthorPage) -> None:
    qtbot.waitUntil(lambda: page.jobs.job is not None and page.jobs.job.is_over, timeout=30_000)


def test_an_opened_pack_shows_its_first_item(open_page: AuthorPage) -> None:
    assert open_page.tree.path() == CARD
    assert open_page.preview.views["en"].plain_text().startswith("Front of the card")
    assert open_page.problems.heading.text() == "No problems"


def test_a_folder_is_remembered(qtbot: QtBot, open_page: AuthorPage, services: Services, folder: Path) -> None:
    qtbot.waitUntil(lambda: load_recent(services.home.author) == (folder,))


def test_a_folder_that_was_open_before_opens_with_a_click(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    open_page.desk.close()
    (row,) = open_page.start.rows
    row.click()

    qtbot.waitUntil(lambda: open_page.desk.state is not None and open_page.desk.state.outline.is_read)
    assert row.folder == folder


def test_a_folder_without_a_pack_is_told(page: AuthorPage, tmp_path: Path) -> None:
    page.open(tmp_path)

    assert page.notice.sentence.text() == f"There is no pack.toml in {tmp_path}, so it is no pack."


def test_what_is_saved_in_place_is_shown(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    file = folder / f"{CARD}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("What does", "Tell what"), encoding="utf-8")

    wait_until_shown(qtbot, open_page, "Tell what")


def test_what_is_put_over_a_file_is_shown_and_again(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    for before, after in (("What does", "Tell what"), ("Tell what", "Say what")):
        rewrite(folder / f"{CARD}.md", before, after)

        wait_until_shown(qtbot, open_page, after)


def test_another_language_comes_beside_the_first_when_it_is_written(
    qtbot: QtBot, open_page: AuthorPage, folder: Path
) -> None:
    rewrite(folder / "pack.toml", 'title = "A small pack"', 'title = { en = "A small pack", zh = "小包" }')
    (folder / f"{CARD}.zh.md").write_text("什么意思？\n\n---\n\n求导。\n", encoding="utf-8")

    qtbot.waitUntil(lambda: set(open_page.preview.views) == {"en", "zh"})
    qtbot.waitUntil(lambda: "什么意思" in open_page.preview.views["zh"].plain_text())
    assert all(view.isVisible() for view in open_page.preview.views.values())


def test_one_language_at_a_time_can_be_chosen(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    rewrite(folder / "pack.toml", 'title = "A small pack"', 'title = { en = "A small pack", zh = "小包" }')
    qtbot.waitUntil(lambda: open_page.preview.languages is not None)
    assert open_page.preview.languages is not None

    open_page.preview.languages.chosen.emit("zh")

    assert [view.isVisible() for view in open_page.preview.views.values()] == [False, True]


def test_a_slip_is_marked_listed_and_gone_once_it_is_mended(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    open_page.tree.go_to(EXERCISE)
    rewrite(folder / EXERCISE / "exercise.toml", "title =", "titel =")
    qtbot.waitUntil(lambda: mark(open_page, EXERCISE) is Mark.PROBLEM)
    assert [line.place for line in open_page.problems.lines] == [f"{EXERCISE}/exercise.toml:1: titel"]
    assert open_page.preview.old.isVisible()

    rewrite(folder / EXERCISE / "exercise.toml", "titel =", "title =")
    qtbot.waitUntil(lambda: mark(open_page, EXERCISE) is Mark.NOTHING)
    assert not open_page.preview.old.isVisible()


def test_a_click_on_a_problem_opens_its_file_at_the_line(
    qtbot: QtBot, open_page: AuthorPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, int | None]] = []
    monkeypatch.setattr(author_page, "open_file", lambda file, line: not asked.append((file, line)))  # type: ignore[func-returns-value]
    rewrite(folder / EXERCISE / "exercise.toml", "[[checks]]", "[[checkz]]")
    qtbot.waitUntil(lambda: bool(open_page.problems.lines))

    item = open_page.problems.list.item(0)
    QTest.mouseClick(
        open_page.problems.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=open_page.problems.list.visualItemRect(item).center(),
    )

    assert asked == [(folder / EXERCISE / "exercise.toml", open_page.problems.lines[0].line)]
    assert open_page.tree.path() == EXERCISE


def test_where_no_editor_opens_the_place_is_told(
    open_page: AuthorPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(author_page, "open_file", lambda _file, _line: False)

    open_page.preview.open_button.click()

    assert open_page.notice.sentence.text() == f"No editor could be opened; the place is {folder / CARD}.md."


def test_problems_are_copied_with_their_places(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    rewrite(folder / EXERCISE / "exercise.toml", "title =", "titel =")
    qtbot.waitUntil(lambda: bool(open_page.problems.lines))

    open_page.problems.copy_button.click()

    said = f'{EXERCISE}/exercise.toml:1: titel: unknown key; did you mean "title"?'
    assert QGuiApplication.clipboard().text() == said


def test_recording_and_verifying_leave_a_tick_at_every_item(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    assert open_page.strip.words.text() == "1 exercise recorded."
    assert (folder / EXERCISE / "expected.json").is_file()

    open_page.head.verify.click()
    wait_until_over(qtbot, open_page)

    assert open_page.strip.words.text() == "3 items verified; all of them hold."
    qtbot.waitUntil(lambda: [mark(open_page, path) for path in (CARD, QUESTION, EXERCISE)] == [Mark.HOLDS] * 3)


def test_what_does_not_hold_is_marked_and_listed(qtbot: QtBot, open_page: AuthorPage) -> None:
    open_page.head.verify.click()
    wait_until_over(qtbot, open_page)

    assert [mark(open_page, path) for path in (CARD, QUESTION, EXERCISE)] == [Mark.HOLDS, Mark.HOLDS, Mark.FAILS]
    assert [line.path for line in open_page.problems.lines] == [EXERCISE]


def test_what_would_change_is_shown_and_stored_only_with_a_yes(
    qtbot: QtBot, open_page: AuthorPage, folder: Path
) -> None:
    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    stored = (folder / EXERCISE / "expected.json").read_bytes()
    with (folder / EXERCISE / "solution.py").open("a", encoding="utf-8") as solution:
        solution.write("\nmodel[2].weight.requires_grad_(False)\n")
    qtbot.waitUntil(lambda: "model[2]" in open_page.preview.views["en"].plain_text() or _has_changed(open_page))

    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    (dialog,) = open_page.findChildren(RecordDialog)
    assert "- True\n" in dialog.changes.toPlainText()
    dialog.keep.click()
    assert (folder / EXERCISE / "expected.json").read_bytes() == stored

    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    open_page.findChildren(RecordDialog)[-1].store.click()
    wait_until_over(qtbot, open_page)
    assert (folder / EXERCISE / "expected.json").read_bytes() != stored


def _has_changed(page: AuthorPage) -> bool:
    item = page.desk.state.item(EXERCISE) if page.desk.state is not None else None
    return item is not None and "model[2]" in getattr(item, "solution", "")


def test_attacking_an_exercise_tells_how_strong_its_checks_are(qtbot: QtBot, open_page: AuthorPage) -> None:
    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    open_page.tree.go_to(EXERCISE)

    with qtbot.waitSignal(open_page.jobs.reported, timeout=60_000):
        open_page._attack_shown()

    (dialog,) = open_page.findChildren(ReportDialog)
    assert "Strength of the checks: " in dialog.report.toPlainText()
    assert not open_page.strip.isVisible()


def test_what_else_can_be_done_depends_on_the_item(qtbot: QtBot, open_page: AuthorPage) -> None:
    offers: list[list[str]] = []
    for path in (CARD, EXERCISE):
        open_page.tree.go_to(path)
        open_page.preview.more_button.click()
        (menu,) = (each for each in open_page.findChildren(QMenu) if each.isVisible())
        offers.append([action.text() for action in menu.actions()])
        menu.close()

    shared = ["Open file", "Try it", "Verify only this"]
    assert offers == [shared, [*shared, "Attack its checks…", "Record only this"]]


def test_a_job_that_is_stopped_ends_at_once(qtbot: QtBot, open_page: AuthorPage) -> None:
    open_page.head.verify.click()
    open_page.strip.button.click()

    assert open_page.jobs.job is not None
    assert (open_page.jobs.job.is_over, open_page.jobs.job.was_stopped) == (True, True)
    assert open_page.head.verify.isEnabled()


def test_a_result_that_was_closed_stays_away_when_a_file_is_saved(
    qtbot: QtBot, open_page: AuthorPage, folder: Path
) -> None:
    open_page.head.verify.click()
    wait_until_over(qtbot, open_page)
    open_page.strip.button.click()

    rewrite(folder / f"{CARD}.md", "What does", "Tell what")
    wait_until_shown(qtbot, open_page, "Tell what")

    assert not open_page.strip.isVisible()


def test_a_pack_that_is_being_verified_can_be_left_for_another(
    qtbot: QtBot, open_page: AuthorPage, tmp_path: Path
) -> None:
    open_page.head.verify.click()
    open_page.open(begun(tmp_path / "other", "other", "Another pack"))

    qtbot.waitUntil(lambda: open_page.head.title.text() == "Another pack")

    assert open_page.desk.state is not None
    assert (open_page.desk.state.checked, open_page.strip.isVisible()) == ({}, False)


def test_trying_asks_for_a_trial_of_the_item(open_page: AuthorPage) -> None:
    asked: list[Trial] = []
    open_page.trial_chosen.connect(asked.append)

    open_page.preview.try_button.click()

    assert [trial.items for trial in asked] == [(f"mini/{CARD}",)]


def test_a_folder_that_is_dropped_opens(qtbot: QtBot, page: AuthorPage, folder: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    page.dragEnterEvent(enter)
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))

    assert enter.isAccepted()
    qtbot.waitUntil(lambda: page.desk.state is not None and page.desk.state.outline.is_read)


def test_nothing_is_looked_at_while_nobody_sees_it(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    open_page.hide()
    rewrite(folder / EXERCISE / "exercise.toml", "title =", "titel =")
    assert open_page.problems.lines == ()

    open_page.show()

    qtbot.waitUntil(lambda: bool(open_page.problems.lines))


def test_every_word_is_said_in_the_readers_language(open_page: AuthorPage, services: Services) -> None:
    services.appearance.choose(wording=MarkedWording("en"))
    own = {"What does requires_grad say?", "A small pack", CARD, "en", "zh"}

    texts = visible_texts(open_page) - own
    services.appearance.choose(wording=Wording("en"))

    unsaid = {text for text in texts if MarkedWording.MARK not in text}
    assert unsaid <= {open_page.preview.title.text()}
