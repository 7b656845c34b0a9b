import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.anki.clozes import reveal
from quizapp.study.anki.templates import LONGEST_SIDE, Filling, Side, fill

FIELDS = {"Front": "f", "Back": "b", "Empty": "<br>", "Text": "{{c1::a::hint}} {{c2::b}}", "Ruby": " 字[zì]"}


def _filled(template: str, side: Side = Side.FRONT, gap: int = 0) -> str:
    return fill(template, Filling(fields=FIELDS, side=side, gap=gap))


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{Front}}-{{ Back }}", "f-b"),
        ("{{FrontSide}}{{Unknown}}", ""),
        ("{{#Front}}yes{{/Front}}{{^Front}}no{{/Front}}", "yes"),
        ("{{#Empty}}yes{{/Empty}}{{^Empty}}no{{/Empty}}", "no"),
        ("{{#Front}}{{#Empty}}a{{/Empty}}b{{/Front}}c", "bc"),
        ("a<!-- {{Front}} -->b", "ab"),
        ("{{text:Empty}}|{{hint:Front}}|{{tts en_US:Front}}", "|f|"),
        ("{{furigana:Ruby}}", "<ruby>字<rt>zì</rt></ruby>"),
        ("{{kana:Ruby}}{{kanji:Ruby}}", "zì字"),
        ("{{=<% %>=}}<%Front%>", "f"),
        ("{{type:Front}}", ""),
    ],
)
def test_a_template_is_filled(template: str, html: str) -> None:
    assert html == _filled(template)


def test_what_was_to_be_typed_is_said_on_the_back() -> None:
    assert "f" == _filled("{{type:Front}}", Side.BACK)


def test_a_gap_is_open_on_the_front_and_filled_on_the_back() -> None:
    assert '<span class="cloze">[hint]</span> b' == _filled("{{cloze:Text}}", gap=1)
    assert '<span class="cloze">a</span> b' == _filled("{{cloze:Text}}", Side.BACK, gap=1)
    assert 'a <span class="cloze">[...]</span>' == _filled("{{cloze:Text}}", gap=2)


def test_gaps_inside_each_other_open_one_by_one() -> None:
    text = "{{c1::outer {{c2::inner}} end}}"

    assert ('<span class="cloze">[...]</span>', True) == reveal(text, 1, is_question=True)
    assert ('outer <span class="cloze">[...]</span> end', True) == reveal(text, 2, is_question=True)
    assert ("outer inner end", False) == reveal(text, 3, is_question=True)


def test_a_gap_that_never_ends_is_text() -> None:
    assert ("{{c1::a", False) == reveal("{{c1::a", 1, is_question=True)


def test_a_template_that_repeats_a_field_is_not_filled_without_end() -> None:
    filling = Filling(fields={"F": "x" * 1000}, side=Side.FRONT)

    assert LONGEST_SIDE < len(fill("{{F}}" * 100_000, filling)) < LONGEST_SIDE + 2000


@given(
    st.lists(st.sampled_from(["{{", "}}", "#", "^", "/", "Front", "Text", "cloze:", "c1::", "a", "<!--"])).map("".join)
)
def test_whatever_the_template_it_is_filled(template: str) -> None:
    _filled(template, gap=1)
