from pathlib import Path

from quizapp.classroom.attacks.attack import Kind, attack_of
from quizapp.desktop.appearance import LIGHT
from quizapp.desktop.pages.author.problem_lines import ProblemLine, Sort
from quizapp.desktop.pages.author.problem_rows import problem_html, sort_colour
from quizapp.desktop.pages.author.words import LONGEST_CODE, MOST_CODE
from quizapp.message import message
from quizapp.wording import Wording

ENGLISH = Wording("en")


def html_of(says: str, before: str = "", after: str = "") -> str:
    survivor = attack_of(Kind.OTHER_NUMBER, before, after) if before else None
    line = ProblemLine(Path("l/e/solution.py"), 1, "l/e", message(says), "l/e", Sort.HOLE, survivor)
    return problem_html(line, ENGLISH, LIGHT, ["Mono"])


def test_code_in_a_sentence_is_set_as_code() -> None:
    shown = html_of("Value of `p` is <b>.")

    assert "Value of <span style=\"font-family: 'Mono'\">p</span> is &lt;b&gt;." in shown


def test_a_wrong_program_is_shown_by_the_lines_that_differ() -> None:
    shown = html_of("It passes:", "x = a < b\n", "x = a\n")

    assert f"color: {LIGHT.bad}; font-family: 'Mono'; white-space: pre-wrap\">- x = a &lt; b</div>" in shown
    assert f"color: {LIGHT.ok}; font-family: 'Mono'; white-space: pre-wrap\">+ x = a</div>" in shown


def test_long_lines_and_many_of_them_are_cut() -> None:
    shown = html_of("It passes:", "x = 1\n", "\n".join(f"x = {'1' * 300}" for _ in range(20)))

    assert "1" * LONGEST_CODE not in shown
    assert shown.count("pre-wrap") == MOST_CODE + 1


def test_what_fails_and_what_has_a_hole_differ_in_colour() -> None:
    assert (sort_colour(Sort.FAILS, LIGHT), sort_colour(Sort.HOLE, LIGHT)) == (LIGHT.bad, LIGHT.warn)
