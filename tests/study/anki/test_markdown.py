from html import escape
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from quizapp.markdown.parser import parser
from quizapp.markdown.plain import plain_text
from quizapp.study.anki.markdown import to_markdown


def _no_picture(name: str) -> str | None:
    return None


def _picture(name: str) -> str | None:
    return "0a1b.png" if name == "net.png" else None


def _markdown(html: str) -> str:
    return to_markdown(html, _picture).text


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("a <b>bold</b>, <i>italic</i>, <s>struck</s>", "a **bold**, *italic*, ~~struck~~"),
        ('<span style="font-weight: 700">b</span> <span style="font-style:italic">i</span>', "**b** *i*"),
        ("<b>a</b><b>b</b>", "**a**\u2060**b**"),
        ("这是<b>“重点”</b>的", "这是**\u2060“重点”\u2060**的"),
        ("one<br>two<br><br>three<br>", "one\\\ntwo\n\nthree"),
        ("<div>one</div><div>two</div>", "one\n\ntwo"),
        ("<h2>Title<br>more</h2>text", "## Title more\n\ntext"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<ol start=3><li>a</li><li>b</li></ol>", "3. a\n4. b"),
        ("<blockquote>a<br>b</blockquote>", "> a\\\n> b"),
        ("x<sup>2</sup> a<sub>ij</sub> e<sup>x y</sup>", "x² aᵢⱼ e^(x y)"),
        ("<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table>", "| a |\n| --- |\n| b\\|c |"),
        ("<code>a_b</code> <kbd>`</kbd>", "`a_b` `` ` ``"),
        ("<pre>x = 1<br>if x:\n    y</pre>", "```\nx = 1\nif x:\n    y\n```"),
        ('<pre><code class="language-python">x &lt; 1</code></pre>', "```python\nx < 1\n```"),
        ("<code>a<br>b</code>", "```\na\nb\n```"),
        ("<ul><li>a<pre>b\nc</pre></li></ul>", "- a\n\n  ```\n  b\n  c\n  ```"),
        ('<a href="https://e.org/a b(c)">link</a>', "[link](https://e.org/a%20b%28c%29)"),
        ('<img src="net.png" alt="a net">', "![a net](0a1b.png)"),
        ("<ruby>字<rt>zì</rt></ruby>", "字(zì)"),
        ("a<hr>b", "a\n\n---\n\nb"),
    ],
)
def test_html_becomes_markdown(html: str, markdown: str) -> None:
    assert markdown == _markdown(html)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (r"so \(a &lt; b\) holds", "so $a < b$ holds"),
        ("so [$]a[/$] holds", "so $a$ holds"),
        ("so [latex]$a$ and b[/latex] holds", "so $a$ and b holds"),
        (r"so \[ a<br>b \] holds", "so\n\n$$a b$$\n\nholds"),
        ("so [$$]a[/$$]", "so\n\n$$a$$"),
        (r"<b>so \[a\]</b>", "**so $a\u2060$**".replace("$a\u2060$", "$a$\u2060")),
        (r"\(5\)", "\u2060$5$"),
        (r"2\(x\)3", "2\u2060$x$\u20603"),
        (r"\(100\%\) \(a % no<br>b\)", "\u2060$100\\%$ $a b$"),
        (r"\(a \$ b\) and \(c$\)", "\u2060$a \\$ b$ and $c\\$$"),
        (r"<code>\(a\)</code>", r"`\(a\)`"),
        (r"open \( and never closed", r"open \\( and never closed"),
        (r"<table><tr><td>\(a|b\)</td></tr></table>", "|  |\n| --- |\n| \u2060$a\\|b$ |"),
    ],
)
def test_formulas_become_ours(html: str, markdown: str) -> None:
    assert markdown == _markdown(html)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<script>alert(1)</script>a", "a"),
        ("<style>b{}</style><!-- c --><![CDATA[d]]><?php e ?>a", "a"),
        ('<iframe src="https://e.org">x</iframe>a', "a"),
        ('<a href="javascript:alert(1)">a</a>', "a"),
        ('<a href="http://e.org">a</a>', "a"),
        ('<a href="https://user@e.org">a</a>', "a"),
        ('<b onclick="x()">a</b>', "**a**"),
        ('<img src="https://e.org/x.png">a', "a"),
        ("&lt;script&gt;a", "\\<script>a"),
        ("![x](https://e.org/x.png) [y](https://e.org)", "!\\[x\\](https://e.org/x.png) \\[y\\](https://e.org)"),
    ],
)
def test_what_acts_or_loads_is_left_out(html: str, markdown: str) -> None:
    assert markdown == _markdown(html)


@pytest.mark.parametrize(
    "text", ["# a", "- a", "+ a", "1. a", "1) a", "> a", ">a", "## a", "===", "---", "a | b", "`a`", "*a*", "~~a~~"]
)
def test_what_markdown_takes_for_a_sign_stays_text(text: str) -> None:
    assert text == plain_text(_markdown(f"<div>{escape(text)}</div>"))


def test_sounds_and_missing_pictures_are_told() -> None:
    converted = to_markdown('[sound:a.mp3]<img src="x.svg"><img src="x.svg">[anki:play:q:0]a', _picture)

    assert ("a", 2, ("x.svg",)) == (converted.text, converted.sounds, converted.missing)


def test_tags_by_the_thousand_inside_each_other_leave_the_text() -> None:
    assert "deep" == _markdown("<div>" * 3000 + "deep")


_CHARACTERS = "ab中 “”0159.,:;!?-_*~`$|\\[](){}<>&#=+^'\"/\n\t\ue000"
_SIGNS = ("\\(", "\\)", "\\[", "\\]", "[$]", "[/$]", "[latex]", "[/latex]", "&lt;", "<br>", "$$")
_WORDS = st.lists(st.sampled_from([*_CHARACTERS, *_SIGNS]), max_size=20).map("".join)
_TAGS = st.sampled_from(
    [
        *("b", "i", "s", "span", "div", "p", "ul", "ol", "li", "pre", "code", "table", "tr", "td", "th", "blockquote"),
        *("h1", "a href='https://e.org/)x('", "a href='javascript:x'", "sub", "sup", "hr", "img src='net.png'"),
        *(
            "img src='//e.org/a.png'",
            "script",
            "style",
            "svg",
            "center",
            "dl",
            "dt",
            "ruby",
            "rt",
            "!--",
            "?x",
            "![CDATA[",
        ),
    ]
)
_PIECES = st.one_of(
    _WORDS,
    _TAGS.map(lambda tag: f"<{tag}>"),
    _TAGS.map(lambda tag: f"</{tag.split()[0]}>"),
    st.text(max_size=5),
)
_HTML = st.lists(_PIECES, max_size=25).map("".join)


def _all_tokens(markdown: str) -> list[Token]:
    found: list[Token] = []
    for token in parser().parse(markdown):
        found += [token, *(token.children or ())]
    return found


@given(_HTML)
def test_whatever_the_html_no_link_or_picture_leads_elsewhere(html: str) -> None:
    converted = to_markdown(html, _picture)
    tokens = _all_tokens(converted.text)

    assert all(str(token.attrs["href"]).startswith("https://e.org/") for token in tokens if token.type == "link_open")
    assert all(token.attrs["src"] == "0a1b.png" for token in tokens if token.type == "image")
    assert not any(token.type.startswith("html") for token in tokens)


_NO_FORMULAS = st.text(
    st.characters(exclude_characters="\u2060", exclude_categories=["Cs", "Cc", "Co", "Cn", "Zs", "Zl", "Zp"])
).filter(lambda text: not any(sign in text for sign in ("\\(", "\\[", "[$")))


@given(_NO_FORMULAS)
def test_plain_text_says_the_same_as_markdown(text: str) -> None:
    assert " ".join(text.split()) == plain_text(_markdown(f"<div>{escape(text)}</div>")).replace("\u2060", "")


_LETTERS = st.text(st.sampled_from("ab中”(._*"), min_size=1, max_size=3)
_MARKED = st.recursive(
    _LETTERS, lambda inner: st.tuples(st.sampled_from(["b", "i", "s", "code"]), st.lists(inner, min_size=1, max_size=3))
)


def _html_of(node: object) -> str:
    if isinstance(node, str):
        return node
    assert isinstance(node, tuple)
    tag, inner = node
    return f"<{tag}>{''.join(map(_html_of, inner))}</{tag}>"


def _text_of(node: object) -> str:
    if isinstance(node, str):
        return node
    assert isinstance(node, tuple)
    return "".join(map(_text_of, node[1]))


@given(st.lists(_MARKED, min_size=1, max_size=4))
def test_marks_are_read_as_marks(nodes: list[object]) -> None:
    html = "".join(map(_html_of, nodes))

    assert "".join(map(_text_of, nodes)) == plain_text(_markdown(f"<div>{html}</div>")).replace("\u2060", "")


def test_a_picture_is_called_by_its_name_here() -> None:
    asked: list[str] = []

    def find(name: str) -> str | None:
        asked.append(name)
        return PurePosixPath(name).name

    assert ("![](b.png)", ["a/b.png"]) == (to_markdown('<img src=" a/b.png">', find).text, asked)
