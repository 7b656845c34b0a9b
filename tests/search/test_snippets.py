from quizapp.search.documents import Part, Segment
from quizapp.search.query import understand
from quizapp.search.snippets import LENGTH, Snippet, best_snippet


def snippet(typed: str, *segments: Segment, language: str = "en") -> Snippet | None:
    return best_snippet(segments, understand(typed), language)


def marks(found: Snippet | None) -> list[str]:
    assert found is not None
    return [found.text[start:end] for start, end in found.marks]


def test_hits_are_marked() -> None:
    found = snippet("grad", Segment(Part.FRONT, "The gradient of `x.grad`?", "en"))

    assert found == Snippet(Part.FRONT, "The gradient of x.grad?", ((4, 8), (18, 22)))


def test_the_text_that_holds_most_of_the_terms_is_shown() -> None:
    found = snippet("a grad", Segment(Part.FRONT, "grad", "en"), Segment(Part.BACK, "a grad", "en"))

    assert found is not None
    assert found.part is Part.BACK


def test_of_equals_the_one_in_the_readers_language_is_shown() -> None:
    both = (Segment(Part.FRONT, "nn.Embedding looks up", "en"), Segment(Part.FRONT, "nn.Embedding 查表", "zh"))

    assert [marks(snippet("nn.Emb", *both, language=each)) for each in ("en", "zh")] == [["nn.Emb"]] * 2
    assert snippet("nn.Emb", *both, language="zh") == Snippet(Part.FRONT, "nn.Embedding 查表", ((0, 6),))


def test_a_title_is_no_snippet() -> None:
    assert snippet("view", Segment(Part.TITLE, "A view", "en")) is None


def test_a_long_text_is_cut_around_the_hit_at_a_space() -> None:
    found = snippet("needle", Segment(Part.BACK, "hay " * 100 + "needle " + "hay " * 100, "en"))

    assert found is not None
    assert marks(found) == ["needle"]
    assert found.text.startswith("…hay ")
    assert len(found.text) == LENGTH + 2


def test_lines_links_and_marks_of_prose_are_gone_and_code_stays() -> None:
    prose = snippet("see", Segment(Part.FRONT, "## Do **see**\n\n[the docs](https://x.org/see)", "en"))
    code = snippet("power", Segment(Part.CODE, "power = x ** 2\n"))

    assert prose == Snippet(Part.FRONT, "Do see the docs", ((3, 6),))
    assert code == Snippet(Part.CODE, "power = x ** 2", ((0, 5),))


def test_hits_that_overlap_are_one() -> None:
    assert marks(snippet("求梯 梯度", Segment(Part.BACK, "求梯度", "zh"))) == ["求梯度"]


def test_what_answers_is_avoided_where_something_else_was_found_too() -> None:
    front, back = Segment(Part.FRONT, "What is a stride?", "en"), Segment(Part.BACK, "A stride is a step", "en")
    query = understand("stride is a step")

    shown = [best_snippet(parts, query, "en", avoid_answers=True) for parts in ((back, front), (back,))]

    assert [each.part for each in shown if each is not None] == [Part.FRONT, Part.BACK]
