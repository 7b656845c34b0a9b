import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.markdown import PageStyle, Rendered, plain_text, render
from quizapp.markdown.html import is_safe_link

STYLE = PageStyle(
    text="#111111",
    muted="#555555",
    link="#0000ff",
    rule="#cccccc",
    code_ground="#eeeeee",
    code_style="default",
    code_families=("Mono",),
    size=16,
    x_height=8,
    width=600,
)
MARKS = st.text(alphabet="$`|>-+1.#*_[]()!\\{}^&<~:/x \n\t中", max_size=60)
PIECES = st.lists(
    st.sampled_from(("$", "$$", "\\frac", "{", "}", "```python\n", "|-|\n", "![", "](", ")", "\n\n", "> ", "x"))
)


def rendered(text: str) -> Rendered:
    return render(text, STYLE, lambda source: None)


@settings(max_examples=150, deadline=None)
@given(st.one_of(MARKS, PIECES.map("".join), st.text(max_size=60)))
def test_any_text_can_be_rendered_and_read_out(text: str) -> None:
    render(text, STYLE, lambda source: (2000.0, 10.0))
    plain_text(text)


def test_a_formula_becomes_a_picture_with_its_tex_as_description() -> None:
    made = rendered("so $x_i^2$ is")

    assert [placed.tex for placed in made.formulas.values()] == ["x_i^2"]
    assert 'alt="x_i^2"' in made.html


@pytest.mark.parametrize("tex", [r"\foo{x}", r"\frac{", r"\text{损失}", "x_{", "&", "x" * 3000])
def test_a_formula_that_cannot_be_read_is_shown_as_it_is_written(tex: str) -> None:
    made = rendered(f"so ${tex}$ is")

    assert made.formulas == {}
    assert "<code" in made.html


def test_an_amount_of_money_is_no_formula() -> None:
    assert rendered("costs $5 or $6 a month").formulas == {}


def test_a_formula_on_its_own_stands_in_the_middle() -> None:
    made = rendered("$$\n\\sum_i x_i\n$$")

    assert '<p align="center"' in made.html
    assert len(made.formulas) == 1


def test_html_is_shown_as_it_is_written() -> None:
    made = rendered("<img src=x> and <script>alert(1)</script>")

    assert "<script" not in made.html
    assert "<img" not in made.html
    assert "&lt;script&gt;" in made.html


@pytest.mark.parametrize(
    "address",
    [
        "http://pytorch.org",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "other.md",
        "https://good@evil.org",
        "https:///x",
    ],
)
def test_a_link_that_is_not_plain_https_is_only_text(address: str) -> None:
    made = rendered(f"[words]({address})")

    assert "<a " not in made.html
    assert "words" in made.html
    assert not is_safe_link(address)


def test_an_https_link_is_a_link() -> None:
    assert '<a href="https://pytorch.org/docs">words</a>' in rendered("[words](https://pytorch.org/docs)").html


def test_a_picture_that_may_not_be_shown_says_its_description() -> None:
    made = rendered("![a grid](../secret.png)")

    assert "<img" not in made.html
    assert "[a grid]" in made.html


def test_a_picture_wider_than_the_page_is_scaled_to_it() -> None:
    made = render("![a grid](grid.png)", STYLE, lambda source: (1200.0, 300.0))

    assert 'width="600" height="150"' in made.html
    assert made.depends_on_width


def test_code_is_coloured_in_a_table_of_one_cell() -> None:
    made = rendered("```python\nimport torch\n```")

    assert made.html.count("<td>") == 1
    assert "color:" in made.html
    assert "import" in made.html


def test_code_in_an_unknown_language_is_shown_plain() -> None:
    assert "x &lt; y" in rendered("```nonsense\nx < y\n```").html


def test_a_line_break_between_chinese_characters_leaves_no_space() -> None:
    assert "<p>张量共享内存</p>" in rendered("张量\n共享内存").html


def test_a_line_break_between_words_is_a_space() -> None:
    assert "<p>shared\nmemory</p>" in rendered("shared\nmemory").html


def test_cells_keep_their_alignment() -> None:
    made = rendered("| a | b |\n|---|:-:|\n| 1 | 2 |")

    assert '<td align="left">1</td><td align="center">2</td>' in made.html


def test_reading_out_leaves_the_marks_away() -> None:
    said = plain_text("# A *title*\n\nsee `x` and $y$\n\n```python\nz = 1\n```\n\n![a grid](g.svg)")

    assert said == "A title\nsee x and y\nz = 1\na grid"


def test_the_parser_and_the_formulas_are_imported_with_the_first_text_only() -> None:
    code = (
        "import sys, quizapp.markdown as m, quizapp.desktop.widgets.card_view\n"
        "print([n for n in ('markdown_it', 'ziamath', 'pygments', 'numpy') if n in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
