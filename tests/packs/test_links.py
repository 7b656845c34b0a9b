import pytest

from tests.packs.sample import PackFolder


def problems(folder: PackFolder, front: str) -> list[str]:
    """Return what is wrong with a card of this front, without the place."""
    folder.write("views/card.md", f"{front}\n\n---\n\nBack\n")
    return [text.removeprefix("views/card.md:1: ") for text in folder.problems()]


@pytest.mark.parametrize(
    "front",
    [
        "[docs](https://docs.pytorch.org/)",
        '[docs](<https://docs.pytorch.org/a b> "title")',
        "<https://docs.pytorch.org/>",
        "[below](#below)",
        "[next](choice.md)",
        "[freezing](../freezing/typo/prompt.md#top)",
        "![memory](media/memory.svg)",
        "![memory](../views/media/memory.svg 'strides')",
        "[![memory](media/memory.svg)](https://docs.pytorch.org/)",
        "`f[x](../../y)` and ``a ` [b](/c)``",
        "$f[x](y)$ and $$g[x](/y)$$",
        r"\[no link](file:///etc/passwd)",
        "x[0] and (y) and a < b: c > d",
        "Note: [x]",
    ],
)
def test_links_that_stay_or_are_https_are_fine(folder: PackFolder, front: str) -> None:
    folder.write("views/media/memory.svg", "<svg/>")
    assert problems(folder, front) == []


@pytest.mark.parametrize("target", ["../../secret.md", "/etc/passwd", "..\\..\\x", "%2e%2e/%2e%2e/x", "&#46;./../x"])
def test_a_link_out_of_the_pack_is_a_problem(folder: PackFolder, target: str) -> None:
    assert problems(folder, f"[x]({target})") == [f'the link "{target}" leads out of the pack']


@pytest.mark.parametrize("target", ["http://x.org", "file:///etc/passwd", "javascript:alert(1", "mailto:a@b.c", "c:/x"])
def test_a_link_of_another_scheme_is_a_problem(folder: PackFolder, target: str) -> None:
    assert problems(folder, f"[x]({target})") == [
        f'a link must begin with https:// or stay inside the pack, found "{target}"'
    ]


def test_an_address_in_angle_brackets_is_a_link(folder: PackFolder) -> None:
    assert problems(folder, "<http://x.org>") == [
        'a link must begin with https:// or stay inside the pack, found "http://x.org"'
    ]


def test_a_reference_is_a_link(folder: PackFolder) -> None:
    assert problems(folder, "[x]: ../../secret.md") == ['the link "../../secret.md" leads out of the pack']


def test_a_link_to_a_missing_file_is_a_problem(folder: PackFolder) -> None:
    assert problems(folder, "[x](strides.md)") == ['the link "strides.md" leads to a file that is not there']


@pytest.mark.parametrize(
    "target",
    ["../../x.svg", "/x.svg", "https://x.org/x.svg", "data:image/png;base64,AA", "file:///x.svg", "//host/x.svg"],
)
def test_an_image_from_elsewhere_is_a_problem(folder: PackFolder, target: str) -> None:
    assert problems(folder, f"![x]({target})") == [
        f'an image must be a file inside the pack, found "{target}"; put it beside the text'
    ]


def test_an_image_that_is_missing_is_a_problem(folder: PackFolder) -> None:
    assert problems(folder, "![x](media/x.svg)") == ['the image "media/x.svg" is not there']


def test_an_image_inside_a_link_is_seen(folder: PackFolder) -> None:
    assert problems(folder, "[![x](x.svg)](https://x.org)") == ['the image "x.svg" is not there']


def test_links_in_code_blocks_do_not_count(folder: PackFolder) -> None:
    assert problems(folder, "Look:\n\n```python\n[x](/y)\n```") == []


def test_a_link_in_a_translation_names_its_own_line(folder: PackFolder) -> None:
    folder.change("views/card.zh.md", "给同一块", "[x](/y) 给同一块")
    assert folder.problems() == ['views/card.zh.md:5: the link "/y" leads out of the pack']


def test_a_link_in_the_words_of_a_mistake_is_looked_at(folder: PackFolder) -> None:
    folder.change("freezing/typo/exercise.toml", "The name is `requires_grad`.", "See [x](http://x.org).")
    assert folder.problems() == [
        "freezing/typo/exercise.toml:27: mistakes[0].feedback.en: a link must begin with https:// "
        'or stay inside the pack, found "http://x.org"'
    ]


def test_a_line_of_a_million_brackets_is_read_in_no_time(folder: PackFolder) -> None:
    assert problems(folder, "](" * 250_000) == []
