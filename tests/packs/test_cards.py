from quizapp.packs.model import Card, Text
from tests.packs.sample import PackFolder

CARD = "views/card.md"


def test_a_card_is_read_in_both_languages(folder: PackFolder) -> None:
    assert folder.card("views/card") == Card(
        id="sample/views/card",
        folder=folder.root / "views",
        title=Text("en", {"en": "What does view do?", "zh": "view 做什么？"}),
        front=Text("en", {"en": "# What does `view` do?\n\nDoes it *copy*?", "zh": "view 做什么？"}),
        back=Text(
            "en",
            {
                "en": "It gives a new shape to **the same memory**.\n\n```python\ny = t.view(4, 6)\n---\n```",
                "zh": "给同一块内存一个新形状。",
            },
        ),
        concepts=("view",),
        claims=("001-44",),
        source="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.view.html",
    )


def test_a_title_in_the_front_matter_wins(folder: PackFolder) -> None:
    folder.change(CARD, "concepts", 'title = { en = "Views", zh = "视图" }\nconcepts')
    assert folder.card("views/card").title == Text("en", {"en": "Views", "zh": "视图"})


def test_a_siblings_front_matter_gives_its_title(folder: PackFolder) -> None:
    folder.change("views/card.zh.md", "view 做", '+++\ntitle = "视图"\n+++\nview 做')
    assert folder.card("views/card").title.read("zh") == "视图"


def test_a_title_is_the_slug_where_the_front_has_no_words(folder: PackFolder) -> None:
    folder.write(CARD, "```python\nx\n```\n\n---\n\nBack\n")
    assert folder.card("views/card").title.read("en") == "card"


def test_a_card_needs_no_front_matter(folder: PackFolder) -> None:
    folder.write(CARD, "Front\n\n---\n\nBack\n")
    assert folder.problems() == []


def test_html_is_no_problem(folder: PackFolder) -> None:
    folder.write(CARD, "<b>Front</b>\n\n---\n\n<script>alert(1)</script>\n")
    assert folder.problems() == []


def test_a_separator_inside_a_code_block_does_not_count(folder: PackFolder) -> None:
    folder.write(CARD, "```\n---\n```\n")
    assert folder.problems() == ['views/card.md:1: expected a line "---" between front and back']


def test_an_empty_back_is_a_problem(folder: PackFolder) -> None:
    folder.write(CARD, "Front\n\n---\n\n")
    assert folder.problems() == ["views/card.md:4: there is no text here"]


def test_front_matter_without_an_end_is_a_problem(folder: PackFolder) -> None:
    folder.write(CARD, "+++\nconcepts = []\nFront\n---\nBack\n")
    assert folder.problems() == ['views/card.md:1: the front matter that begins here has no end; add a line "+++"']


def test_front_matter_in_yaml_fences_is_a_problem(folder: PackFolder) -> None:
    folder.write(CARD, "---\ntitle: x\n---\nFront\n---\nBack\n")
    assert folder.problems() == ['views/card.md:1: expected a line "+++" before the front matter, found "---"']


def test_a_syntax_error_in_the_front_matter_names_the_files_line(folder: PackFolder) -> None:
    folder.change(CARD, 'claims = ["001-44"]', "claims = 001-44")
    assert folder.problems() == [
        "views/card.md:3: this TOML can't be read: Expected newline or end of document after a statement"
    ]


def test_a_misspelt_key_names_the_nearest_and_the_files_line(folder: PackFolder) -> None:
    folder.change(CARD, "claims", "claim")
    assert folder.problems() == ['views/card.md:3: claim: unknown key; did you mean "claims"?']


def test_a_key_that_resembles_nothing_lists_the_allowed_ones(folder: PackFolder) -> None:
    folder.change("views/card.zh.md", "view 做", "+++\nxyz = 1\n+++\nview 做")
    assert folder.problems() == ['views/card.zh.md:2: xyz: unknown key; the keys here are "title"']


def test_a_misspelt_kind_is_recognised(folder: PackFolder) -> None:
    folder.change("views/multiple.md", "kind", "knid")
    assert folder.problems() == ['views/multiple.md:2: knid: unknown key; did you mean "kind"?']


def test_a_question_without_a_kind_is_told_so(folder: PackFolder) -> None:
    folder.change("views/number.md", 'kind = "number"\n', "")
    assert folder.problems() == [
        'views/number.md:2: answers: only a question has this key; add its kind, such as kind = "choice"'
    ]


def test_a_sibling_in_the_packs_own_language_is_a_problem(folder: PackFolder) -> None:
    folder.write("views/card.en.md", "Front\n\n---\n\nBack\n")
    assert folder.problems() == ['views/card.en.md: "en" is the pack\'s own language; its text is card.md']


def test_a_sibling_without_a_back_is_a_problem(folder: PackFolder) -> None:
    folder.write("views/card.zh.md", "正面\n")
    assert folder.problems() == ['views/card.zh.md:1: expected a line "---" between front and back']


def test_a_code_block_without_an_end_is_a_problem(folder: PackFolder) -> None:
    folder.write(CARD, "Front\n\n```python\n\n---\n\nBack\n")
    assert folder.problems() == ["views/card.md:3: the code block that begins here is never closed"]


def test_a_source_that_is_not_https_is_a_problem(folder: PackFolder) -> None:
    folder.change(CARD, "https://", "http://")
    assert folder.problems() == [
        "views/card.md:4: source: expected an address that begins with https://, found "
        '"http://docs.pytorch.org/docs/stable/generated/torch.Tensor.v…"'
    ]


def test_a_book_is_a_source(folder: PackFolder) -> None:
    folder.write(CARD, '+++\nsource = "Stevens: Deep Learning, chapter 3"\n+++\nFront\n---\nBack\n')
    assert folder.problems() == []
