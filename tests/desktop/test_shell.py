from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import DARK, LIGHT
from quizapp.desktop.pages.browse.page import BrowsePage
from quizapp.desktop.pages.exercise.page import ExercisePage
from quizapp.desktop.pages.learn.page import LearnPage
from quizapp.desktop.pages.learn.panels import ItemRow, LessonPanel
from quizapp.desktop.pages.own_cards.changing import write_card
from quizapp.desktop.pages.own_cards.editor import CardEditor
from quizapp.desktop.pages.packs.install_dialog import InstallDialog
from quizapp.desktop.pages.packs.page import PacksPage
from quizapp.desktop.pages.quiz.page import QuizPage
from quizapp.desktop.pages.settings.page import SettingsPage
from quizapp.desktop.pages.settings.running import RunningPanel
from quizapp.desktop.pages.statistics.page import StatisticsPage
from quizapp.desktop.pages.study.model import Phase
from quizapp.desktop.pages.study.page import StudyPage
from quizapp.desktop.pages.today.model import Stage, TodayState
from quizapp.desktop.pages.today.page import TodayPage
from quizapp.desktop.pages.trouble import TroublePage
from quizapp.desktop.trial import Trial
from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.desktop.widgets.rail import Section
from quizapp.message import message
from quizapp.packs.archive_making import pack_up
from quizapp.packs.problems import PackError
from quizapp.sandbox.isolation import Isolation
from quizapp.settings import LookChoice, load_settings
from quizapp.study.own_cards import OwnCard
from tests.desktop.desk import BASICS, EXERCISE, VIEWS, Desk, MarkedWording, set_up, visible_texts
from tests.desktop.pages.author.made import begun

OWN = OwnCard(id="own/my-deck/0123456789ab", deck="My deck", front="Which?", back="This.")
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def button(desk: Desk, text: str) -> QAbstractButton:
    """Return the button on the screen that says `text`."""
    buttons = desk.window.findChildren(QAbstractButton)
    return next(found for found in buttons if found.isVisible() and found.text() == text)


def press(widget: QWidget | None, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def is_shown(desk: Desk, page: type[QWidget]) -> bool:
    return any(found.isVisible() for found in desk.window.findChildren(page))


def shows(desk: Desk, text: str) -> bool:
    return text in visible_texts(desk.window)


def wait_for(qtbot: QtBot, desk: Desk, text: str) -> None:
    qtbot.waitUntil(lambda: shows(desk, text))


def start_today(qtbot: QtBot, desk: Desk) -> StudyPage:
    qtbot.waitUntil(lambda: desk.shell.today.can_start)
    press(desk.window.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(desk.window.findChildren(StudyPage)))
    page = desk.window.findChild(StudyPage)
    assert isinstance(page, StudyPage)
    qtbot.waitUntil(page.isVisible)
    return page


def test_before_the_journal_is_read_nothing_can_be_started(bare_desk: Desk) -> None:
    assert shows(bare_desk, "Reading what you have learnt…")
    assert not button(bare_desk, "Start").isEnabled()


def test_a_first_start_says_how_it_works(qtbot: QtBot, desk: Desk) -> None:
    wait_for(qtbot, desk, "How it works")

    assert button(desk, "Start").isEnabled()


def test_the_keys_of_the_sections_show_their_pages(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitActive(desk.window)
    pages = (TodayPage, LearnPage, BrowsePage, QuizPage, StatisticsPage, PacksPage, SettingsPage)
    for key, page in reversed(list(enumerate(pages, start=Qt.Key.Key_1))):
        press(desk.window, Qt.Key(key), CONTROL)
        assert is_shown(desk, page)


def test_a_click_on_the_rail_shows_its_page(qtbot: QtBot, desk: Desk) -> None:
    button(desk, "Settings").click()

    assert is_shown(desk, SettingsPage)


def test_learn_asked_for_too_early_comes_with_the_services(bare_desk: Desk) -> None:
    bare_desk.shell.show_section(Section.LEARN)
    assert bare_desk.shell.today.isVisible()

    bare_desk.shell.show_services(bare_desk.services)

    assert is_shown(bare_desk, LearnPage)


def test_space_on_today_starts_and_the_item_takes_the_whole_window(qtbot: QtBot, desk: Desk) -> None:
    start_today(qtbot, desk)

    assert not desk.shell.rail.isVisible()


def test_after_escape_space_starts_again(qtbot: QtBot, desk: Desk) -> None:
    page = start_today(qtbot, desk)
    press(page, Qt.Key.Key_Escape)

    assert start_today(qtbot, desk).isVisible()


def test_after_an_item_of_learn_the_keyboard_is_on_it_again(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.show_section(Section.LEARN)
    wait_for(qtbot, desk, "Study this lesson")
    desk.window.findChildren(LessonPanel)[0].head.click()
    row = next(row for row in desk.window.findChildren(ItemRow) if row.isVisible())
    row.setFocus()
    press(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_shown(desk, StudyPage))

    press(desk.window.findChild(StudyPage), Qt.Key.Key_Escape)

    assert desk.window.focusWidget() is row


def test_a_key_of_a_section_gives_its_page_the_keyboard(qtbot: QtBot, desk: Desk) -> None:
    button(desk, "Start").setFocus()

    desk.shell.menus.sections[Section.STATISTICS].trigger()

    assert not desk.shell.rail.isAncestorOf(desk.window.focusWidget())


def test_arrow_keys_walk_along_the_rail(qtbot: QtBot, desk: Desk) -> None:
    button(desk, "Today").setFocus()

    press(desk.window.focusWidget(), Qt.Key.Key_Down)
    assert is_shown(desk, LearnPage)

    press(desk.window.focusWidget(), Qt.Key.Key_Down)
    assert is_shown(desk, BrowsePage)


def test_escape_goes_back_to_where_one_was(qtbot: QtBot, desk: Desk) -> None:
    page = start_today(qtbot, desk)

    press(page, Qt.Key.Key_Escape)

    assert desk.shell.rail.isVisible()
    assert desk.shell.today.isVisible()


def test_escape_after_an_item_of_learn_goes_back_to_learn(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.show_section(Section.LEARN)
    wait_for(qtbot, desk, "Study this lesson")
    button(desk, "Study this lesson").click()
    qtbot.waitUntil(lambda: not desk.shell.rail.isVisible())

    press(desk.window.findChild(StudyPage), Qt.Key.Key_Escape)

    assert is_shown(desk, LearnPage)


def test_a_sitting_to_its_end_says_what_was_done(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    desk = set_up(tmp_path, qapp, packs=(replace(BASICS, lessons=(VIEWS,)),))
    desk.shell.show_services(desk.services)
    page = start_today(qtbot, desk)

    for _ in VIEWS.items:
        qtbot.waitUntil(lambda: page.phase is Phase.FRONT)
        press(page, Qt.Key.Key_Space)
        with qtbot.waitSignal(page.finished):
            press(page, Qt.Key.Key_4)
    wait_for(qtbot, desk, "Done for now")

    assert shows(desk, "In this sitting: 2 cards.")
    desk.close()


def test_undo_from_the_menu_says_what_was_taken_back(qtbot: QtBot, desk: Desk) -> None:
    page = start_today(qtbot, desk)
    press(page, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.finished):
        press(page, Qt.Key.Key_3)
    press(page, Qt.Key.Key_Escape)

    desk.shell.menus.undo.trigger()

    wait_for(qtbot, desk, "Taken back: the last rating of “What is a view?”.")


def test_a_change_of_language_changes_every_visible_text(qtbot: QtBot, desk: Desk) -> None:
    wait_for(qtbot, desk, "How it works")
    for section in Section:
        desk.shell.show_section(section)
    desk.shell.show_section(Section.LEARN)
    wait_for(qtbot, desk, "Study this lesson")
    # The Packs page lists what is on the disk.
    own = {"English", "中文", str(desk.home.folder), "100 %", "PyTorch essentials"} | _pack_texts()

    desk.appearance.choose(wording=MarkedWording("en"))

    for section in Section:
        desk.shell.show_section(section)
        words = {text for text in visible_texts(desk.window) - own if not text.isdigit()}
        left = {text for text in words if MarkedWording.MARK not in text}
        assert left == set()
    actions = [action.text() for menu in desk.window.menuBar().actions() for action in menu.menu().actions()]  # type: ignore[attr-defined]
    assert [text for text in actions if text and MarkedWording.MARK not in text] == []


def _pack_texts() -> set[str]:
    lessons = BASICS.lessons
    titles = {BASICS.title.read("en")} | {lesson.title.read("en") for lesson in lessons}
    titles |= {lesson.summary.read("en") for lesson in lessons}
    return titles | {item.title.read("en") for item in BASICS.items()}


def test_the_language_menu_shows_lessons_in_that_language(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.show_section(Section.LEARN)
    wait_for(qtbot, desk, "Views")

    desk.preferences.choose_language("zh")

    assert shows(desk, "视图")
    assert load_settings(desk.home.settings).language == "zh"


def test_a_change_of_look_changes_the_palette_at_once(desk: Desk, qapp: QApplication) -> None:
    desk.preferences.choose_look(LookChoice.LIGHT)
    assert qapp.palette().window().color().name() == LIGHT.window

    desk.preferences.choose_look(LookChoice.DARK)

    assert qapp.palette().window().color().name() == DARK.window
    assert load_settings(desk.home.settings).look is LookChoice.DARK


def test_zoom_makes_text_larger_and_smaller_again(desk: Desk, qapp: QApplication) -> None:
    usual = desk.shell.rail.foot.fontInfo().pointSizeF()

    desk.preferences.zoom_in()
    assert desk.shell.rail.foot.fontInfo().pointSizeF() > usual

    desk.preferences.reset_zoom()
    assert desk.shell.rail.foot.fontInfo().pointSizeF() == usual


def test_the_window_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> None:
    first = set_up(tmp_path, qapp)
    first.window.resize(QSize(900, 650))
    first.window.move(QPoint(40, 30))
    first.close()

    second = set_up(tmp_path, qapp)

    assert second.window.size() == QSize(900, 650)
    second.close()


def test_trouble_with_the_journal_takes_the_window_and_offers_to_try_again(qtbot: QtBot, bare_desk: Desk) -> None:
    bare_desk.shell.show_trouble(message("The journal is damaged."))

    assert is_shown(bare_desk, TroublePage)
    assert shows(bare_desk, "The journal is damaged.")
    with qtbot.waitSignal(bare_desk.shell.retry_requested):
        button(bare_desk, "Try again").click()


def test_after_the_trouble_is_over_the_window_can_be_studied_in(bare_desk: Desk) -> None:
    bare_desk.shell.show_trouble(message("The journal is locked."))

    bare_desk.shell.show_services(bare_desk.services)

    assert bare_desk.shell.today.isVisible()


def test_an_error_while_studying_is_a_strip_that_can_be_put_away(desk: Desk) -> None:
    desk.shell.tell(message("The disk is full."))
    assert shows(desk, "The disk is full.")

    next(found for found in desk.shell.notice.findChildren(QAbstractButton)).click()

    assert not shows(desk, "The disk is full.")


def test_the_foot_of_the_rail_tells_of_the_sandbox(desk: Desk) -> None:
    foot = desk.shell.rail.foot
    assert foot.words() == "Sandbox warming up…"

    desk.shell.show_isolation(Isolation(level="full"))
    assert (foot.words(), foot.accessibleName()) == ("Code runs protected", "Code runs protected")
    assert foot.toolTip() == foot.accessibleDescription() != ""

    desk.shell.show_sandbox_failed(message("No sandbox here."))
    assert foot.words() == "No sandbox here."


def test_the_foot_leads_to_what_is_not_blocked(desk: Desk) -> None:
    gap, remark = message("read files of yours"), message("see which other programs run")
    desk.shell.show_isolation(Isolation(level="partial", gaps=(gap,), remarks=(remark,)))

    press(desk.shell.rail.foot, Qt.Key.Key_Return)

    assert is_shown(desk, SettingsPage)
    assert {"•  read files of yours", "•  see which other programs run"} <= visible_texts(desk.window)
    panel = desk.window.findChild(RunningPanel)
    assert isinstance(panel, RunningPanel)
    assert desk.window.focusWidget() is panel
    assert "read files of yours" in panel.accessibleDescription()


def test_the_keyboard_comes_to_the_language_first(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitActive(desk.window)
    press(desk.window, Qt.Key.Key_7, CONTROL)

    focused = desk.window.focusWidget()
    assert isinstance(focused, QAbstractButton) and focused.text() == "As the system"


def test_settings_that_are_open_learn_of_the_sandbox_too(desk: Desk) -> None:
    desk.shell.show_section(Section.SETTINGS)

    desk.shell.show_isolation(Isolation(level="partial", gaps=(message("read files of yours"),)))

    assert "•  read files of yours" in visible_texts(desk.window)


def test_the_way_of_running_is_chosen_for_the_next_start(desk: Desk) -> None:
    desk.shell.show_section(Section.SETTINGS)
    panel = desk.window.findChild(RunningPanel)
    assert isinstance(panel, RunningPanel)
    choice = panel.findChild(QComboBox)
    assert isinstance(choice, QComboBox)

    press(choice, Qt.Key.Key_End)

    assert load_settings(desk.home.settings).way == "pool"
    assert choice.accessibleName() == "Way of running"


def test_shapes_beside_the_code_are_switched_off_and_on_in_the_settings(desk: Desk) -> None:
    desk.shell.show_section(Section.SETTINGS)
    box = desk.window.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    kept = []
    for _ in range(2):
        box.click()
        kept.append(load_settings(desk.home.settings).live_shapes)

    assert (kept, box.accessibleName()) == ([False, True], "Show shapes beside the code")


def test_every_button_and_field_has_a_name_for_screen_readers(qtbot: QtBot, desk: Desk) -> None:
    wait_for(qtbot, desk, "How it works")
    for section in Section:
        desk.shell.show_section(section)
        buttons = [found for found in desk.window.findChildren(QAbstractButton) if found.isVisible()]
        nameless = [found for found in buttons if not (found.text() or found.accessibleName())]
        assert nameless == []


def test_the_title_of_today_stays_while_numbers_come(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.today.show_state(TodayState(stage=Stage.READY, due=18, new=6, minutes=14, done=7))

    assert {"18", "6", "14", "7 of 31 done today"} <= visible_texts(desk.window)
    assert next(label.text() for label in desk.shell.today.findChildren(QLabel)) == "Today"


def test_qts_own_words_change_with_the_language(desk: Desk) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Close") == "Close"

    desk.preferences.choose_language("zh")

    assert QCoreApplication.translate("QPlatformTheme", "Close") == "关闭"


def test_what_can_not_be_saved_keeps_the_window_open_once(desk: Desk) -> None:
    class Unsaved:
        def can_close(self) -> bool:
            return False

    desk.window.ask_before_closing(Unsaved())
    assert not desk.window.close()
    assert desk.window.isVisible()

    desk.window.ask_before_closing(desk.shell)
    assert desk.window.close()


def test_what_could_not_be_read_is_told_quietly_with_details_to_open(
    qtbot: QtBot, tmp_path: Path, qapp: QApplication
) -> None:
    problem = PackError(Path("views/one.md"), message("There is no back."), line=3)
    desk = set_up(tmp_path, qapp, problems=(problem,))
    desk.shell.show_services(desk.services)
    desk.shell.show_section(Section.LEARN)
    assert shows(desk, "1 item could not be read")
    assert not shows(desk, "views/one.md:3: There is no back.")

    button(desk, "Show details").click()

    assert shows(desk, "views/one.md:3: There is no back.")
    desk.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # Of the offscreen platform, about dialogs.
def test_ctrl_n_opens_the_editor_for_a_new_card(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitActive(desk.window)
    press(desk.window, Qt.Key.Key_N, CONTROL)
    editor = desk.window.findChild(CardEditor)

    assert isinstance(editor, CardEditor) and editor.isVisible()
    editor.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # Of the offscreen platform, about dialogs.
@pytest.mark.parametrize(("selected", "back"), [("x = 1", "```python\nx = 1\n```"), ("", "")])
def test_ctrl_n_takes_the_code_that_is_selected_in_an_exercise(
    selected: str, back: str, qtbot: QtBot, desk: Desk
) -> None:
    desk.shell._study_items((EXERCISE.id,))
    qtbot.waitUntil(lambda: is_shown(desk, ExercisePage))
    code = desk.window.findChild(CodeEditor)
    assert isinstance(code, CodeEditor)
    qtbot.waitUntil(lambda: not code.isReadOnly())
    code.replace_code(f"{selected}\n")
    cursor = code.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(len(selected), QTextCursor.MoveMode.KeepAnchor)
    code.setTextCursor(cursor)
    qtbot.waitActive(desk.window)

    press(code, Qt.Key.Key_N, CONTROL)

    editor = desk.window.findChild(CardEditor)
    assert isinstance(editor, CardEditor)
    assert back == editor.form.draft().back
    editor.close()


def test_before_the_journal_is_read_no_card_can_be_written(bare_desk: Desk) -> None:
    assert not bare_desk.shell.menus.new_card.isEnabled()


def test_a_card_that_was_written_comes_to_the_learn_page_and_goes_with_undo(qtbot: QtBot, desk: Desk) -> None:
    desk.shell.show_section(Section.LEARN)
    wait_for(qtbot, desk, "Study this lesson")
    desk.window.findChildren(LessonPanel)[0].head.click()
    write_card(desk.services, OWN, lambda: None, fail)
    wait_for(qtbot, desk, "My deck")
    unfolded = [panel.is_open for panel in desk.window.findChildren(LessonPanel) if panel.isVisible()]

    press(desk.window.focusWidget(), Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not shows(desk, "My deck"))

    assert unfolded == [True, False, False]
    assert shows(desk, "Taken back: writing the card “Which?”.")


def test_a_card_that_was_written_comes_to_today(qtbot: QtBot, desk: Desk) -> None:
    wait_for(qtbot, desk, "How it works")
    write_card(desk.services, OWN, lambda: None, fail)

    qtbot.waitUntil(lambda: shows(desk, "0 of 4 done today"))


def test_an_item_that_is_put_off_makes_room_for_the_next_and_undo_brings_it_back(qtbot: QtBot, desk: Desk) -> None:
    page = start_today(qtbot, desk)
    press(QApplication.focusWidget(), Qt.Key.Key_B)
    wait_for(qtbot, desk, "“What is a view?” comes back tomorrow. Undo takes that back.")
    qtbot.waitUntil(lambda: page._model.item is not None and page._model.item.id == VIEWS.items[1].id)

    press(QApplication.focusWidget(), Qt.Key.Key_Z)

    qtbot.waitUntil(lambda: page._model.item is not None and page._model.item.id == VIEWS.items[0].id)
    assert shows(desk, "Taken back: burying “What is a view?”.")


def test_an_item_that_was_put_off_is_brought_back_by_the_notice_until_the_next_is_rated(
    qtbot: QtBot, desk: Desk
) -> None:
    page = start_today(qtbot, desk)
    press(QApplication.focusWidget(), Qt.Key.Key_B)
    qtbot.waitUntil(desk.shell.notice.undo.isVisible)
    qtbot.waitUntil(lambda: page._model.item is not None and page._model.item.id == VIEWS.items[1].id)
    desk.shell.notice.undo.click()
    qtbot.waitUntil(lambda: page._model.item is not None and page._model.item.id == VIEWS.items[0].id)

    press(QApplication.focusWidget(), Qt.Key.Key_B)
    qtbot.waitUntil(desk.shell.notice.undo.isVisible)
    qtbot.waitUntil(lambda: page._model.item is not None and page._model.item.id == VIEWS.items[1].id)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_3):
        press(QApplication.focusWidget(), key)

    qtbot.waitUntil(lambda: not desk.shell.notice.undo.isVisible())


def fail(error: Exception) -> None:
    raise error


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_pack_that_was_named_at_the_start_is_asked_about_on_the_packs_page(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    pack_up(begun(tmp_path / "mini"), tmp_path / "mini.quizpack")

    desk.shell.install_pack(tmp_path / "mini.quizpack")

    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in desk.window.findChildren(InstallDialog)))
    (dialog,) = desk.window.findChildren(InstallDialog)
    assert dialog.question.text() == "Install “A small pack”, version 0.1.0?"
    dialog.reject()


def test_a_trial_takes_the_whole_window_and_gives_it_back(qtbot: QtBot, desk: Desk) -> None:
    press(desk.window, Qt.Key.Key_6, CONTROL)
    page = desk.window.findChild(PacksPage)
    assert isinstance(page, PacksPage)

    page.trial_chosen.emit(Trial(BASICS, (VIEWS.items[0].id,)))

    qtbot.waitUntil(lambda: is_shown(desk, StudyPage))
    assert not desk.shell.rail.isVisible()
    press(desk.window.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(desk.shell.rail.isVisible)
    assert is_shown(desk, PacksPage)
