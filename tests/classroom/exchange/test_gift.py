"""GIFT as its authors write it; every question that can't be brought in is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.exchange.drafts import Harvest, OptionDraft, QuestionDraft
from quizapp.classroom.exchange.gift import read_gift
from quizapp.classroom.exchange.sources import TextFile
from quizapp.packs.model import QuestionKind
from quizapp.packs.problems import PackError
from quizapp.wording.speech import Wording


def read(text: str, language: str = "en") -> Harvest:
    return read_gift(TextFile(Path("q.gift"), text), Wording(language))


def one(text: str) -> QuestionDraft:
    (question,) = read(text).questions
    return question


def told(text: str) -> list[str]:
    return [str(problem) for problem in read(text).problems]


def test_a_choice_keeps_its_feedback() -> None:
    question = one("::Copies:: Does view copy? {~Yes#It shares. =No#Right. ####A view never copies.}")

    assert ("Copies", "Does view copy?", "A view never copies.") == (
        question.title,
        question.prompt,
        question.explanation,
    )
    assert (OptionDraft("Yes", False, "It shares."), OptionDraft("No", True, "Right.")) == question.options


def test_true_and_false_are_options_in_the_packs_language() -> None:
    (question,) = read("It is so. {F#Wrong, it is not.#Yes.}").questions

    assert [("True", False, "Wrong, it is not."), ("False", True, "Yes.")] == [
        (option.text, option.right, option.why) for option in question.options
    ]


def test_a_short_answer_becomes_a_text_question() -> None:
    question = one("The method {=view =reshape} gives a new shape.")

    assert (QuestionKind.TEXT, ("view", "reshape")) == (question.kind, question.answers)
    assert r"The method \_\_\_\_ gives a new shape." == question.prompt


@pytest.mark.parametrize(
    ("written", "answers", "tolerance"),
    [
        ("{#4}", ("4",), None),
        ("{#3.14:0.01}", ("3.14",), 0.01),
        ("{#1..5}", ("3",), 2.0),
        ("{#=2:0.5#Right. =3:0.5}", ("2", "3"), 0.5),
        ("{# = -1e-3 }", ("-1e-3",), None),
    ],
)
def test_a_number_keeps_its_tolerance(written: str, answers: tuple[str, ...], tolerance: float | None) -> None:
    question = one(f"How many? {written}")

    assert (QuestionKind.NUMBER, answers, tolerance) == (question.kind, question.answers, question.tolerance)


def test_weights_make_several_options_right() -> None:
    question = one("Which? {~%50%one ~%50%two ~%-100%three}")

    assert QuestionKind.MULTIPLE == question.kind
    assert [True, True, False] == [option.right for option in question.options]


def test_what_is_escaped_is_text() -> None:
    question = one(r"f\: x \= \{1\} \# \~ {=a\=b ~c\~d#e\#f}")

    assert (r"f: x = {1} # \~", "a=b", r"c\~d", "e#f") == (
        question.prompt,
        question.options[0].text,
        question.options[1].text,
        question.options[1].why,
    )


def test_a_category_is_a_lesson_and_a_comment_gives_a_name() -> None:
    question = one("$CATEGORY: $course$/top/Views\n\n// question [id:v-1]\nIs it? {T}")

    assert ("Views", "v-1", 4) == (question.lesson, question.slug, question.line)


def test_html_becomes_markdown_and_what_is_lost_is_told() -> None:
    harvest = read('[html]<p>What is <b>x</b>?</p><img src="x.png"> {=4 ~5}')

    assert "What is **x**?" == harvest.questions[0].prompt
    assert ["q.gift:1: a picture is left out; put its file beside the text and name it there"] == [
        str(problem) for problem in harvest.problems
    ]


def test_markdown_stays_and_plain_text_is_escaped() -> None:
    assert "a *b*" == one("[markdown]a *b* {T}").prompt
    assert r"a \*b\*" == one("[plain]a *b* {T}").prompt
    assert r"`a*b*c` is 2\*3" == one("`a*b*c` is 2*3 {T}").prompt


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("Match {=a -> b =c -> d}", "q.gift:1: matching questions"),
        ("\nWrite. {}", "q.gift:2: this is an essay"),
        ("Only text.", "q.gift:1: this is a description"),
        ("Open\nbrace {=a\n\n=b", "q.gift:2: the answers that begin here have no end"),
        ("Two {=a} {=b}", "q.gift:1: expected one pair of braces, found more"),
        ("Closed } first {", r"q.gift:1: expected one pair of braces; write \{ and \}"),
        ("No sign {a b}", "q.gift:1: expected each answer to begin with = or ~"),
        ("None right {~a ~b}", "q.gift:1: no answer is marked as right"),
        ("Empty {= ~b}", "q.gift:1: there is an answer without text"),
        ("Number {#abc}", "q.gift:1: expected a number, such as {#3.14:0.01}"),
        ("{T}", "q.gift:1: this question has no text"),
        ("Any {=*}", "q.gift:1: no answer is left"),
        ("", "q.gift: there is no question in this file"),
    ],
)
def test_what_can_t_be_brought_in_is_told_with_its_line(written: str, says: str) -> None:
    assert says == told(written)[0][: len(says)]


def escaped(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "~=#{}:\\" else sign for sign in text)


WORDS = st.text(alphabet="ab ~=#{}:\\/é张1", min_size=1, max_size=12).map(lambda text: f"w{' '.join(text.split())}w")


@given(st.lists(WORDS, min_size=2, max_size=4, unique=True), WORDS)
def test_what_is_written_with_escapes_is_read_as_it_was(options: list[str], prompt: str) -> None:
    answers = " ".join(f"{'~' if index else '='}[markdown]{escaped(text)}" for index, text in enumerate(options))

    question = one(f"[markdown]{escaped(prompt)} {{{answers}}}")

    assert (prompt, options) == (question.prompt, [option.text for option in question.options])


@given(st.text(alphabet="a1 \n\\~=#{}:%->/[]$.*<>T", max_size=80))
def test_no_text_raises_anything_but_a_sentence(text: str) -> None:
    try:
        read(text)
    except PackError as error:
        assert error.says
