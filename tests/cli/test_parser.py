import pytest

from quizapp.cli.parser import parse


@pytest.mark.parametrize(
    "said",
    [
        ["--pack", "my.quizpack"],
        ["my.quizpack"],
        ["--home", "data", "my.quizpack"],
        ["--language=zh", "--pack", "my.quizpack"],
    ],
)
def test_a_pack_that_is_named_alone_opens_the_app_with_it(said: list[str]) -> None:
    options = parse(said)

    assert (options.module, options.pack) == ("app", "my.quizpack")


def test_without_a_pack_the_app_opens_with_none() -> None:
    assert parse(["--language", "en"]).pack is None


def test_a_pack_behind_a_command_is_that_commands_own() -> None:
    options = parse(["pack", "install", "my.quizpack"])

    assert (options.module, options.source) == (options.module, "my.quizpack")
