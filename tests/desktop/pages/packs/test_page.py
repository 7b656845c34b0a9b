from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.packs import effects
from quizapp.desktop.pages.packs.install_dialog import InstallDialog
from quizapp.desktop.pages.packs.model import look_at_packs
from quizapp.desktop.pages.packs.page import PacksPage
from quizapp.desktop.services import Services
from quizapp.opening import installed_packs, packs_at_hand
from quizapp.packs.archive_making import pack_up
from quizapp.packs.model import Card
from quizapp.packs.reading import read_outline, read_pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.study.model import Rating
from tests.desktop.desk import MarkedWording, visible_texts
from tests.desktop.pages.author.bench import opened
from tests.desktop.pages.author.made import CARD, begun, rewrite

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def services(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    # A small pack in the place of the one that ships, which takes long to be read again and again.
    content = tmp_path / "content"
    begun(content / "first", "first", "The first pack")
    monkeypatch.setattr(effects, "shipped", lambda _name: content)
    with opened(tmp_path / "home", Sandbox()) as made:
        library, _ = packs_at_hand(made.home, content)
        made.learner.set_packs(library.packs)
        made.shelve()
        yield made


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> PacksPage:
    made = PacksPage(services)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: bool(made.list.panels))
    return made


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return begun(tmp_path / "mini")


def packed(source: Path, name: str) -> Path:
    pack_up(source, source.parent / name)
    return source.parent / name


def question(qtbot: QtBot, page: PacksPage) -> QMessageBox:
    """Wait for what is asked."""

    def asked() -> list[QMessageBox]:
        return [box for box in page.list.findChildren(QMessageBox) if box.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()))
    return asked()[-1]


def answer(box: QMessageBox, words: str) -> None:
    next(button for button in box.buttons() if button.text() == words).click()


def offer(qtbot: QtBot, page: PacksPage) -> InstallDialog:
    """Wait for the question whether a pack is to be installed."""

    def asked() -> list[InstallDialog]:
        return [dialog for dialog in page.list.findChildren(InstallDialog) if dialog.isVisible()]

    qtbot.waitUntil(lambda: bool(asked()))
    return asked()[-1]


def install(qtbot: QtBot, page: PacksPage, file: Path) -> None:
    page.install_pack(file)
    with qtbot.waitSignal(page.list.room.installed):
        offer(qtbot, page).yes.click()


def titles(page: PacksPage) -> list[str]:
    return [panel.title.text() for panel in page.list.panels]


def test_the_shipped_pack_can_not_be_removed(page: PacksPage) -> None:
    panel = next(panel for panel in page.list.panels if panel.line.id == "first")

    assert panel.remove.isHidden()
    assert "comes with quizapp" in panel.about.text()


def test_a_pack_is_installed_once_somebody_agrees(
    qtbot: QtBot, page: PacksPage, services: Services, source: Path
) -> None:
    page.install_pack(packed(source, "mini.quizpack"))
    dialog = offer(qtbot, page)
    assert dialog.question.text() == "Install “A small pack”, version 0.1.0?"
    assert services.find(f"mini/{CARD}") is None

    with qtbot.waitSignal(services.shelf.changed):
        dialog.yes.click()

    assert services.find(f"mini/{CARD}") is not None
    assert services.learner.packs == services.packs
    qtbot.waitUntil(lambda: "A small pack" in titles(page))


def test_a_no_leaves_nothing_behind(qtbot: QtBot, page: PacksPage, services: Services, source: Path) -> None:
    page.install_pack(packed(source, "mini.quizpack"))
    offer(qtbot, page).no.click()

    qtbot.waitUntil(lambda: list(services.home.packs.iterdir()) == [])
    assert services.find(f"mini/{CARD}") is None


def test_an_update_says_what_is_new_changed_and_gone_and_keeps_what_was_learnt(
    qtbot: QtBot, page: PacksPage, services: Services, source: Path
) -> None:
    install(qtbot, page, packed(source, "one.quizpack"))
    services.learner.rate(f"mini/{CARD}", Rating.GOOD, 2.0)
    before = services.learner.standing(f"mini/{CARD}")
    rewrite(source / "pack.toml", "0.1.0", "0.2.0")
    rewrite(source / f"{CARD}.md", "What does", "Tell what")
    rewrite(source / "freezing" / "lesson.toml", '"a-plain-tensor"', '"a-plain-card"')
    (source / "freezing" / "a-plain-tensor.md").rename(source / "freezing" / "a-plain-card.md")

    page.install_pack(packed(source, "two.quizpack"))
    dialog = offer(qtbot, page)

    assert dialog.question.text() == "Update “A small pack” from version 0.1.0 to 0.2.0?"
    told = dialog.words().splitlines()
    assert told[told.index("New: 1") :] == [
        "New: 1",
        "•  What is printed?",
        "Changed: 1",
        "•  Tell what requires_grad say about a tensor?",
        "Gone: 1",
        "•  What is printed?",
        "What you have learnt of its items stays.",
    ]
    with qtbot.waitSignal(page.list.room.installed):
        dialog.yes.click()
    assert services.learner.standing(f"mini/{CARD}") == before


def test_a_removed_pack_goes_and_what_was_learnt_stays(
    qtbot: QtBot, page: PacksPage, services: Services, source: Path
) -> None:
    install(qtbot, page, packed(source, "mini.quizpack"))
    services.learner.rate(f"mini/{CARD}", Rating.GOOD, 2.0)
    qtbot.waitUntil(lambda: "A small pack" in titles(page))
    before = services.learner.entries()

    page.list.panels[-1].remove.click()
    with qtbot.waitSignal(page.list.room.told):
        answer(question(qtbot, page), "Remove")

    assert services.find(f"mini/{CARD}") is None
    assert services.learner.entries() == before
    qtbot.waitUntil(lambda: "A small pack" not in titles(page))


def test_a_file_that_is_no_pack_is_one_sentence(qtbot: QtBot, page: PacksPage, tmp_path: Path) -> None:
    (tmp_path / "odd.quizpack").write_bytes(b"nothing")

    with qtbot.waitSignal(page.list.room.failed):
        page.install_pack(tmp_path / "odd.quizpack")

    assert page.list.notice.sentence.text().startswith("odd.quizpack: ")
    assert page.list.install_button.isEnabled()


def test_what_a_pack_calls_itself_is_text_and_never_markup(qtbot: QtBot, page: PacksPage, source: Path) -> None:
    rewrite(source / "pack.toml", "A small pack", "<b>Bold</b>")

    page.install_pack(packed(source, "mini.quizpack"))
    dialog = offer(qtbot, page)

    assert {shown.textFormat().name for shown in dialog.findChildren(QLabel)} == {"PlainText"}
    dialog.no.click()


def test_the_same_version_once_more_is_not_called_an_update(qtbot: QtBot, page: PacksPage, source: Path) -> None:
    install(qtbot, page, packed(source, "one.quizpack"))
    page.install_pack(packed(source, "two.quizpack"))

    dialog = offer(qtbot, page)

    said = "“A small pack” is installed already, as version 0.1.0. Install this one in its place?"
    assert dialog.question.text() == said
    assert "Its items are the same." in dialog.words()
    dialog.no.click()


def test_a_pack_that_a_command_installed_meanwhile_is_there_when_the_page_is_shown(
    qtbot: QtBot, page: PacksPage, services: Services, source: Path
) -> None:
    for number, before in enumerate(("What does", "Tell what")):
        rewrite(source / f"{CARD}.md", before, "Tell what" if number == 0 else "Say what")
        by_command = installed_packs(services.home, services.packs[0].folder.parent)
        by_command.put_in_place(by_command.receive(source))

        page.refresh()

        qtbot.waitUntil(lambda: "A small pack" in titles(page))
        words = ("Tell what", "Say what")[number]
        qtbot.waitUntil(lambda words=words: words in _front(services))  # type: ignore[misc]


def _front(services: Services) -> str:
    card = services.find(f"mini/{CARD}")
    return card.front.read("en") if isinstance(card, Card) else ""


def test_a_version_that_is_not_read_yet_is_in_the_list_already(tmp_path: Path) -> None:
    folder = begun(tmp_path / "packs" / "mini")
    before = read_pack(folder).pack
    rewrite(folder / "pack.toml", "0.1.0", "0.2.0")

    (line,) = look_at_packs((before,), tmp_path, tmp_path / "packs", (read_outline(folder),))

    assert (line.version, line.items, line.programs) == ("0.2.0", 3, None)


def test_the_lessons_of_a_pack_are_one_click_away(qtbot: QtBot, page: PacksPage, source: Path) -> None:
    chosen: list[str] = []
    page.pack_chosen.connect(chosen.append)
    install(qtbot, page, packed(source, "mini.quizpack"))
    qtbot.waitUntil(lambda: "A small pack" in titles(page))

    page.list.notice.lessons.click()
    page.list.panels[-1].lessons.click()

    assert chosen == ["mini", "mini"]


def test_a_pack_that_is_written_is_installed_by_the_same_question(qtbot: QtBot, page: PacksPage, source: Path) -> None:
    page.show_author()
    assert page.author is not None
    page.author.install_wanted.emit(source)

    dialog = offer(qtbot, page)

    assert dialog.question.text() == "Install “A small pack”, version 0.1.0?"
    assert page.list.isVisible()
    dialog.no.click()


def test_the_page_where_a_pack_is_written_is_one_click_away(qtbot: QtBot, page: PacksPage) -> None:
    page.list.write_button.click()
    assert page.author is not None
    assert page.author.isVisible()

    page.author.head.back.click()

    assert page.list.isVisible()


def test_every_word_is_said_in_the_readers_language(page: PacksPage, services: Services) -> None:
    services.appearance.choose(wording=MarkedWording("en"))

    unsaid = {said for said in visible_texts(page) if MarkedWording.MARK not in said}

    assert unsaid == {"The first pack"}
