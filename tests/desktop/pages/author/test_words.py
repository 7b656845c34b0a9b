from pathlib import Path

from quizapp.desktop.pages.author.job_words import job_sign, job_words
from quizapp.desktop.pages.author.jobs import Job, Work
from quizapp.desktop.pages.author.outline import ItemLine, see_folder
from quizapp.desktop.pages.author.state import Mark, opened, with_outline
from quizapp.desktop.pages.author.words import line_words, pack_words, problem_text, problems_heading
from quizapp.message import message
from quizapp.wording import Wording
from tests.desktop.desk import VIEWS
from tests.desktop.pages.author.made import EXERCISE, begun, rewrite

ENGLISH = Wording("en")


def test_a_line_says_kind_title_path_and_mark() -> None:
    item = VIEWS.items[0]

    said = line_words(ItemLine("views/one", item), item, Mark.FAILS, ENGLISH)

    assert said == "Card: What is a view?, views/one, does not hold"


def test_an_item_that_was_never_read_is_called_by_its_file() -> None:
    assert line_words(ItemLine("views/one"), None, Mark.PROBLEM, ENGLISH) == "one, views/one, can't be read as it is"


def test_a_problem_says_file_line_and_key_first(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    rewrite(folder / EXERCISE / "exercise.toml", "title =", "titel =")
    state = with_outline(opened(folder), see_folder(folder))
    (problem,) = state.problems()

    said = problem_text(problem, ENGLISH)

    assert said == f'{EXERCISE}/exercise.toml:1: titel\nunknown key; did you mean "title"?'
    assert problems_heading(state, 1, ENGLISH) == "1 problem"


def test_the_heading_says_that_reading_goes_on(tmp_path: Path) -> None:
    assert problems_heading(opened(tmp_path), 0, ENGLISH) == "The pack is being read…"


def test_the_pack_says_its_version_and_how_much_there_is(tmp_path: Path) -> None:
    state = with_outline(opened(tmp_path / "mini"), see_folder(begun(tmp_path / "mini")))

    assert pack_words(state, ENGLISH) == "Version 0.1.0  ·  3 items"


def test_verifying_says_how_far_it_is_and_how_it_ended() -> None:
    jobs = (
        Job(Work.VERIFY, 5, 2),
        Job(Work.VERIFY, 5, 5, is_over=True),
        Job(Work.VERIFY, 5, 5, 2, is_over=True),
        Job(Work.VERIFY, 5, 3, 1, is_over=True, was_stopped=True),
        Job(Work.VERIFY, 5, is_over=True, trouble=message("No sandbox.")),
        Job(Work.VERIFY, 5, 5, caught=19, survivors=1, is_over=True),
        Job(Work.VERIFY, 5, 5, unattacked=1, is_over=True),
    )

    assert [job_words(job, ENGLISH) for job in jobs] == [
        "Verifying: 2 of 5",
        "5 items verified; all of them hold.",
        "5 items verified, 2 do not hold.",
        "Stopped. 3 items verified, 1 does not hold.",
        "No sandbox.",
        "5 items verified. 1 wrong program passes the checks. Strength of the checks: 95 % of 20 attacks.",
        "5 items verified. The checks of 1 exercise could not be attacked.",
    ]
    assert [job_sign(job)[0] for job in jobs] == ["", "check", "cross", "cross", "warning", "hole", "hole"]


def test_what_was_verified_and_is_another_by_now_is_told_instead_of_what_was_found() -> None:
    job = Job(Work.VERIFY, 5, 5, is_over=True)

    assert (job_words(job, ENGLISH, 2), job_sign(job, 2)[0]) == ("5 items verified, 2 were changed since.", "info")


def test_recording_says_what_was_stored_and_what_was_not() -> None:
    jobs = (
        Job(Work.RECORD, 5, 2),
        Job(Work.RECORD, 5, 5, stored=2, same=3, is_over=True),
        Job(Work.RECORD, 5, 5, failed=1, is_over=True),
        Job(Work.RECORD, 5, 3, is_over=True, was_stopped=True),
        Job(Work.RECORD, 5, 5, same=4, differing=1, is_over=True),
        Job(Work.RECORD, 5, 5, same=4, differing=1, is_kept=True, is_over=True),
    )

    assert [job_words(job, ENGLISH) for job in jobs] == [
        "Recording: 2 of 5",
        "2 exercises recorded. 3 are as they were stored.",
        "0 exercises recorded. 1 needs mending.",
        "Stopped. Nothing was stored.",
        "1 exercise differs from what is stored; nothing of it is stored yet. 4 are as they were stored.",
        "1 exercise differs from what is stored, which was kept. 4 are as they were stored.",
    ]
