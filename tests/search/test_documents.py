from msgspec.structs import replace

from quizapp.search.documents import Document, OwnTexts, Part, Segment, document
from tests.search.sample import EMBEDDING, FREEZE, PACK, VIEW


def texts(made: Document, part: Part) -> list[str]:
    return [segment.text for segment in made.segments if segment.part is part]


def test_a_card_is_found_by_all_its_texts_in_both_languages() -> None:
    made = document(EMBEDDING, {})

    assert texts(made, Part.TITLE) == ["What a table of vectors is", "嵌入是什么"]
    assert len(texts(made, Part.FRONT)) == len(texts(made, Part.BACK)) == 2


def test_a_question_is_found_by_its_options_with_their_reasons_and_its_code() -> None:
    made = document(VIEW, {})

    assert texts(made, Part.OPTION) == ["clone", "克隆", "view", "视图"]
    assert texts(made, Part.EXPLANATION) == [
        "It owns its memory.",
        "它有自己的内存。",
        "Only strides change.",
        "只有步长变了。",
    ]
    assert texts(made, Part.CODE) == ["y = torch.Tensor.view(x, -1)"]


def test_solution_and_explanation_of_an_exercise_are_not_found_before_it_is_passed() -> None:
    before, after = document(FREEZE, {}), document(FREEZE, {}, OwnTexts(is_passed=True))

    assert (texts(before, Part.SOLUTION), texts(before, Part.EXPLANATION)) == ([], [])
    assert texts(after, Part.SOLUTION) == [FREEZE.solution]
    assert len(texts(after, Part.EXPLANATION)) == 2


def test_hints_given_code_and_starter_are_found_from_the_beginning() -> None:
    made = document(FREEZE, {})

    assert len(texts(made, Part.HINT)) == 2
    assert texts(made, Part.CODE) == [FREEZE.given, FREEZE.starter]


def test_what_the_learner_wrote_is_found() -> None:
    made = document(FREEZE, {}, OwnTexts(note="ask again", draft="x = 1", attempt="x = 2"))

    assert [texts(made, part) for part in (Part.NOTE, Part.DRAFT, Part.ATTEMPT)] == [
        ["ask again"],
        ["x = 1"],
        ["x = 2"],
    ]


def test_an_attempt_that_is_still_the_draft_is_found_once() -> None:
    assert texts(document(FREEZE, {}, OwnTexts(draft="x = 1", attempt="x = 1")), Part.ATTEMPT) == []


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    assert texts(document(FREEZE, {}, OwnTexts(draft="x = '\ud83d'")), Part.DRAFT) == ["x = '?'"]


def test_an_item_goes_by_its_id_and_its_concepts() -> None:
    assert document(FREEZE, PACK.concepts).names == ("p/l/freeze", "freezing", "Freezing parameters", "冻结参数")


def test_the_digest_is_another_when_anything_is() -> None:
    made = document(FREEZE, PACK.concepts)
    others = (
        document(FREEZE, {}),
        document(FREEZE, PACK.concepts, OwnTexts(note="n")),
        replace(made, segments=(*made.segments, Segment(Part.CODE, "x"))),
    )

    assert len({each.digest() for each in (made, *others)}) == 4
    assert made.digest() == document(FREEZE, PACK.concepts).digest()


def test_names_that_are_put_together_are_taken_apart() -> None:
    *_, names = replace(document(FREEZE, {}), segments=(Segment(Part.CODE, "nn.BatchNorm2d"),)).columns()

    assert names == "p/l/freeze\nfreezing\nBatch Norm2d"
