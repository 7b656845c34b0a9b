"""Markdown as HTML that has no look of its own, and as plain text."""

import pytest

from quizapp.markdown import bare_html, plain_sentence, plain_text, sentence_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("sums over the *channels*", "sums over the <em>channels</em>"),
        ("**adds**, ~~not~~", "<strong>adds</strong>, <s>not</s>"),
        ("see `x[0]`", "see <code>x[0]</code>"),
        ("[why](https://pytorch.org)", '<a href="https://pytorch.org">why</a>'),
        ("1. a sentence, no list", "1. a sentence, no list"),
        ("$s_i$", "<code>s_i</code>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_a_sentence_has_emphasis_code_and_links(text: str, html: str) -> None:
    assert sentence_html(text) == html


def test_the_code_of_a_sentence_may_be_written_otherwise() -> None:
    assert sentence_html("see `a<b`", str.upper) == "see A<B"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("[x](javascript:alert)", "[x](javascript:alert)"),
        ("[x](http://plain.example)", "x"),
        ("![a grid](https://example.com/g.png)", "[a grid]"),
        ("`<script>`", "<code>&lt;script&gt;</code>"),
    ],
)
def test_nothing_in_a_text_is_taken_for_html_or_loaded(text: str, html: str) -> None:
    assert sentence_html(text) == html


def test_a_whole_text_has_paragraphs_lists_and_blocks_of_code() -> None:
    html = bare_html("One.\n\n- *a*\n- `b`\n\n```python\nx < 1\n```")

    assert html == (
        "<p>One.</p><ul><li><em>a</em></li><li><code>b</code></li></ul><pre><code>x &lt; 1\n</code></pre>\n"
    )


def test_chinese_lines_are_joined() -> None:
    assert sentence_html("第一行\n第二行") == "第一行第二行"


def test_plain_text_can_keep_the_marks_of_code() -> None:
    assert plain_text("the *sum* of `x`", keeps_code=True) == "the sum of `x`"


def test_a_plain_sentence_that_begins_like_a_list_keeps_its_beginning() -> None:
    assert plain_sentence("1. the **first** of `x`") == "1. the first of x"
