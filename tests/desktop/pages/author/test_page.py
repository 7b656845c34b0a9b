from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from quizapp.classroom.starting import NewPack
from quizapp.desktop.pages.author import files
from quizapp.desktop.pages.author.job_words import job_sign
from quizapp.desktop.pages.author.new_pack import NewPackDialog
from quizapp.desktop.pages.author.page import AuthorPage
from quizapp.desktop.pages.author.recent import load_recent
from quizapp.desktop.pages.author.record_dialog import RecordDialog
from quizapp.desktop.pages.author.state import Mark
from quizapp.desktop.services import Services
from quizapp.desktop.trial import Trial
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from tests.desktop.desk import MarkedWording, visible_texts
from tests.desktop.pages.author.bench import opened
from tests.desktop.pages.author.made import CARD, EXERCISE, HOLED, QUESTION, begun, begun_with_hole, rewrite

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
    qtbot.waitUntil(lambda: load_recent(services.home.author).folders == (folder,))


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


def test_a_language_in_which_one_text_is_can_be_looked_at_and_the_others_say_that_they_lack_it(
    qtbot: QtBot, open_page: AuthorPage, folder: Path
) -> None:
    (folder / f"{CARD}.zh.md").write_text("什么意思？\n\n---\n\n求导。\n", encoding="utf-8")
    qtbot.waitUntil(lambda: set(open_page.preview.views) == {"en", "zh"})
    assert open_page.preview.languages is not None

    assert "什么意思" in open_page.preview.views["zh"].plain_text()
    open_page.tree.go_to(EXERCISE)

    assert open_page.preview.views["zh"].plain_text().startswith("Nothing of it is in this language")


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
    monkeypatch.setattr(files, "open_file", lambda file, line: not asked.append((file, line)))  # type: ignore[func-returns-value]
    rewrite(folder / EXERCISE / "exercise.toml", "[[checks]]", "[[checkz]]")
    qtbot.waitUntil(lambda: bool(open_page.problems.lines))

    item = open_page.problems.list.item(0)
    QTest.mouseClick(
        open_page.problems.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=open_page.problems.list.visualItemRect(item).center(),
    )

    qtbot.waitUntil(lambda: asked == [(folder / EXERCISE / "exercise.toml", open_page.problems.lines[0].line)])
    assert open_page.tree.path() == EXERCISE


def test_where_nothing_opens_a_file_its_path_is_told(
    qtbot: QtBot, open_page: AuthorPage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "open_file", lambda _file, _line: False)

    open_page.preview.open_button.click()

    qtbot.waitUntil(open_page.notice.isVisible)
    assert f"opened {folder / CARD}.md." in open_page.notice.sentence.text()


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

    assert open_page.strip.words.text() == (
        "3 items verified; all of them hold. Strength of the checks: 100 % of 3 attacks."
    )
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


@pytest.fixture
def holed_page(qtbot: QtBot, page: AuthorPage, tmp_path: Path) -> AuthorPage:
    """Return the page with a pack whose numbers can be hard-coded, recorded and verified."""
    folder = begun_with_hole(tmp_path / "mini")
    page.open(folder)
    qtbot.waitUntil(lambda: page.desk.state is not None and page.desk.state.outline.is_read)
    page.head.record.click()
    wait_until_over(qtbot, page)
    qtbot.waitUntil(lambda: page.desk.state is not None and page.desk.state.outline.is_read)
    page.head.verify.click()
    wait_until_over(qtbot, page)
    return page


def test_verifying_attacks_and_says_that_there_is_a_hole(qtbot: QtBot, holed_page: AuthorPage) -> None:
    said = holed_page.strip.words.text()
    assert said.startswith("4 items verified. 1 wrong program passes the checks. Strength of the checks: ")
    assert "all of them hold" not in said
    qtbot.waitUntil(lambda: mark(holed_page, HOLED) is Mark.HOLE)

    (line,) = holed_page.problems.lines
    assert (line.path, line.place) == (HOLED, f"{HOLED}/solution.py:1")
    holed_page.tree.go_to(HOLED)
    assert holed_page.preview.strength.text().startswith("Strength of its checks: ")


def test_a_wrong_program_that_passes_is_shown_with_what_differs(holed_page: AuthorPage) -> None:
    shown = holed_page.problems.list.item(0).text()

    assert "This wrong program passes the checks:\n- p = 2 * scores\n+ " in shown


def test_what_marks_a_wrong_program_can_be_pasted_and_excuses_it(
    qtbot: QtBot, holed_page: AuthorPage, tmp_path: Path
) -> None:
    holed_page.problems.mark_button.click()

    entry = QGuiApplication.clipboard().text()
    toml = tmp_path / "mini" / HOLED / "exercise.toml"
    toml.write_text(toml.read_text() + "\n" + entry.replace('why = ""', 'why = "Only one."'))
    qtbot.waitUntil(lambda: mark(holed_page, HOLED) is Mark.NOTHING)
    qtbot.waitUntil(
        lambda: bool(getattr(holed_page.desk.state and holed_page.desk.state.item(HOLED), "equivalent", ()))
    )
    holed_page.tree.go_to(HOLED)
    holed_page._verify_shown()
    wait_until_over(qtbot, holed_page)

    assert holed_page.strip.words.text().startswith("1 item verified; all of them hold.")
    assert holed_page.preview.strength.text().endswith(" 1 more is marked as equivalent.")


def test_what_was_verified_says_how_much_of_it_was_changed_since(
    qtbot: QtBot, open_page: AuthorPage, folder: Path
) -> None:
    open_page.head.verify.click()
    wait_until_over(qtbot, open_page)
    rewrite(folder / f"{CARD}.md", "What does", "Tell what")

    qtbot.waitUntil(lambda: open_page.strip.words.text() == "3 items verified, 1 was changed since.")


def test_a_changed_solution_asks_for_recording_at_once(qtbot: QtBot, open_page: AuthorPage, folder: Path) -> None:
    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    with (folder / EXERCISE / "solution.py").open("a", encoding="utf-8") as solution:
        solution.write("\nmodel[2].weight.requires_grad_(True)\n")

    qtbot.waitUntil(lambda: mark(open_page, EXERCISE) is Mark.OUTDATED)
    open_page.tree.go_to(EXERCISE)
    assert open_page.preview.outdated.isVisible()

    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    qtbot.waitUntil(lambda: mark(open_page, EXERCISE) is Mark.NOTHING)


def test_nothing_is_said_to_be_recorded_while_it_is_asked_about(
    qtbot: QtBot, open_page: AuthorPage, folder: Path
) -> None:
    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    with (folder / EXERCISE / "solution.py").open("a", encoding="utf-8") as solution:
        solution.write("\nmodel[2].weight.requires_grad_(False)\n")
    qtbot.waitUntil(lambda: _has_changed(open_page))
    open_page.head.record.click()
    wait_until_over(qtbot, open_page)

    assert open_page.jobs.job is not None
    waits = "1 exercise differs from what is stored; nothing of it is stored yet."
    assert (open_page.strip.words.text(), job_sign(open_page.jobs.job)[0]) == (waits, "info")

    open_page.findChildren(RecordDialog)[-1].keep.click()
    assert open_page.strip.words.text() == "1 exercise differs from what is stored, which was kept."


def test_a_new_pack_is_begun_and_opened(qtbot: QtBot, page: AuthorPage, tmp_path: Path) -> None:
    page.start.new_button.click()
    (dialog,) = page.findChildren(NewPackDialog)
    dialog.title.setText("Softmax & more")
    assert Path(dialog.folder.text()).name == "softmax-more"
    dialog.folder.setText(str(tmp_path / "softmax"))

    dialog.begin.click()

    qtbot.waitUntil(lambda: page.head.title.text() == "Softmax & more")
    assert (tmp_path / "softmax" / "pack.toml").is_file()


def test_a_folder_that_is_taken_is_told(qtbot: QtBot, page: AuthorPage, folder: Path) -> None:
    page.making.begin(folder, NewPack(id="mini", title="Mini"))

    qtbot.waitUntil(page.notice.isVisible)
    assert "is there already and not empty" in page.notice.sentence.text()


def test_a_pack_is_built_and_it_is_said_where(qtbot: QtBot, open_page: AuthorPage, tmp_path: Path) -> None:
    open_page.head.record.click()
    wait_until_over(qtbot, open_page)
    out = tmp_path / "mini.quizpack"

    open_page.making.build(tmp_path / "mini", out, Wording("en"))

    qtbot.waitUntil(out.is_file)
    qtbot.waitUntil(open_page.notice.isVisible)
    assert open_page.notice.sentence.text().startswith(f"{out} is built; the file has ")


def test_a_pack_with_problems_is_not_built(qtbot: QtBot, open_page: AuthorPage, tmp_path: Path) -> None:
    open_page.making.build(tmp_path / "mini", tmp_path / "mini.quizpack", Wording("en"))

    qtbot.waitUntil(open_page.notice.isVisible)
    assert open_page.notice.sentence.text().startswith("Nothing was built. ")


def test_the_rest_is_offered_in_a_menu(open_page: AuthorPage) -> None:
    asked: list[Path] = []
    open_page.install_wanted.connect(asked.append)

    open_page.head.more.click()
    (menu,) = (each for each in open_page.findChildren(QMenu) if each.isVisible())
    offers = {action.text(): action for action in menu.actions() if action.text()}
    offers["Install"].trigger()
    menu.close()

    assert list(offers) == ["Build…", "Install", "New pack…", "Open folder…"]
    assert asked == [open_page.desk.state.outline.folder if open_page.desk.state else None]


def test_how_wide_the_tree_is_is_remembered(qtbot: QtBot, open_page: AuthorPage, services: Services) -> None:
    open_page._desk_page.setSizes([300, 500])
    open_page._desk_page.splitterMoved.emit(300, 1)

    qtbot.waitUntil(lambda: load_recent(services.home.author).tree_width == open_page._desk_page.sizes()[0])


def test_what_else_can_be_done_depends_on_the_item(qtbot: QtBot, open_page: AuthorPage) -> None:
    offers: list[list[str]] = []
    for path in (CARD, EXERCISE):
        open_page.tree.go_to(path)
        open_page.preview.more_button.click()
        (menu,) = (each for each in open_page.findChildren(QMenu) if each.isVisible())
        offers.append([action.text() for action in menu.actions()])
        menu.close()

    shared = ["Open file", "Try it", "Verify only this"]
    assert offers == [shared, [*shared, "Record only this"]]


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
