"""Questions from a table, whatever program saved it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.exchange.drafts import Harvest, OptionDraft
from quizapp.classroom.exchange.sources import TextFile
from quizapp.classroom.exchange.spreadsheet import read_csv
from quizapp.packs.model import QuestionKind
from quizapp.packs.problems import PackError
from quizapp.wording.speech import Wording


def read(text: str) -> Harvest:
    return read_csv(TextFile(Path("q.csv"), text), Wording("en"))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_choice_has_its_wrong_answers_and_why(separator: str) -> None:
    rows = ["kind,prompt,answer,wrong,why,explanation", 'choice,Copies?,No,Yes,"It shares, always.",A view.']
    text = "\n".join(rows) if separator == "," else "\n".join(rows).replace(",", separator)

    (question,) = read(text).questions

    assert (OptionDraft("No", True), OptionDraft("Yes", False)) == tuple(
        OptionDraft(option.text, option.right) for option in question.options
    )
    assert question.options[1].why.startswith("It shares")


def test_a_number_has_its_tolerance_and_a_column_may_stand_twice() -> None:
    (question,) = read("prompt,kind,Answer 1,Answer 2,tolerance\nPi?,number,3.14,22/7,0.01").questions

    assert (QuestionKind.NUMBER, ("3.14", "22/7"), 0.01) == (question.kind, question.answers, question.tolerance)


@pytest.mark.parametrize(
    ("row", "kind"),
    [("What?,a,,", "text"), ("What?,a,,b", "choice"), ("What?,a,b,c", "multiple")],
)
def test_a_kind_that_is_left_out_is_told_by_the_answers(row: str, kind: str) -> None:
    (question,) = read(f"prompt,answer,answer,wrong\n{row}").questions

    assert kind == question.kind


def test_the_lines_of_an_order_question_keep_their_indentation() -> None:
    (question,) = read('kind,prompt,answer,answer\norder,Sort.,for x in y:,"    print(x)"').questions

    assert ("for x in y:", "    print(x)") == question.answers


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("kind,prompt\n", 'the first row names the columns, and "answer" is missing in it'),
        ("prompt,answer,colour\n", 'unknown column "colour"'),
        ('prompt,answer\n"open,b\n', "this CSV can't be read"),
    ],
)
def test_a_table_that_can_t_be_read_says_why(text: str, says: str) -> None:
    with pytest.raises(PackError, match=r"q\.csv:[12]: ") as caught:
        read(text)

    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("choice,,a,b,", "there is no prompt in this row"),
        ("choice,What?,,,", "there is no answer in this row"),
        ("chioce,What?,a,b,", 'expected one of "choice"'),
        ("text,What?,a,b,", 'only questions of kind "choice" and "multiple" have wrong answers'),
        ("text,What?,a,,0.1", 'only a question of kind "number" has a tolerance'),
        ("number,What?,1,,-1", "expected a number ≥ 0 as tolerance"),
        ("true-false,What?,maybe,,", 'expected the answer "true" or "false"'),
        ("text,What?,a,,,more", "this row has more cells than there are columns"),
    ],
)
def test_a_row_that_is_no_question_is_told_with_its_line(row: str, says: str) -> None:
    (problem,) = read(f"kind,prompt,answer,wrong,tolerance\n\n{row}\n").problems

    assert str(problem).startswith(f"q.csv:3: {says}")


@given(st.text(alphabet='a1,;"\n\t|=-[]`<', max_size=80))
def test_no_table_raises_anything_but_a_sentence(rows: str) -> None:
    try:
        read(f"kind,prompt,answer,wrong,why\n{rows}")
        read(rows)
    except PackError as error:
        assert error.says


def test_what_is_taken_out_of_a_row_is_told_once() -> None:
    harvest = read("prompt,answer,explanation\n<script>a</script>Which?,this,<script>b</script>Since.")

    assert 1 == len(harvest.questions)
    assert [str(problem) for problem in harvest.problems] == sorted({str(problem) for problem in harvest.problems})
    assert str(harvest.problems[0]).startswith("q.csv:2: ")
