"""Settings are read and written whole, and never thrown away."""

from pathlib import Path

import pytest

from quizapp.message import SaysError
from quizapp.settings import Consent, LookChoice, Settings, load_settings, save_settings


def test_what_was_saved_is_read_again(tmp_path: Path) -> None:
    consent = Consent(level="partial", gaps=("read files of yours",))
    settings = Settings(
        language="zh",
        look=LookChoice.DARK,
        new_per_day=3,
        zoom=1.2,
        live_shapes=False,
        way="pool",
        consent=consent,
    )

    save_settings(settings, tmp_path / "home" / "settings.json")

    assert settings == load_settings(tmp_path / "home" / "settings.json")


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    assert Settings() == load_settings(tmp_path / "settings.json")


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b'{"new_per_day": "many"}',
        b'{"way": "by foot"}',
        b"[]",
        b'{"x":' * 10_000,
        '{"language": "中"}'.encode("gbk"),
    ],
)
def test_an_unreadable_file_is_told_and_left_as_it_is(text: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(text)

    with pytest.raises(SaysError, match="The usual ones are used"):
        load_settings(path)

    assert text == path.read_bytes()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file, not a folder")

    with pytest.raises(SaysError, match="can't be saved"):
        save_settings(Settings(), tmp_path / "home" / "settings.json")


@pytest.mark.parametrize("text", ['{"zoom": 1e300}', '{"zoom": 0}', '{"zoom": -1}', '{"new_per_day": -5}'])
def test_a_number_out_of_bounds_is_told(text: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)

    with pytest.raises(SaysError, match="The usual ones are used"):
        load_settings(path)


def test_a_file_saved_by_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'\xef\xbb\xbf{"zoom": 1.5}')

    assert Settings(zoom=1.5) == load_settings(path)


def test_saving_keeps_an_unreadable_file_beside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for number in (1, 2):
        path.write_text("{" * number)
        save_settings(Settings(language="zh"), path)

    kept = [(tmp_path / f"settings.unreadable-{number}.json").read_text() for number in (1, 2)]
    assert (["{", "{{"], Settings(language="zh")) == (kept, load_settings(path))
