"""Sentences with code in them."""

from PySide6.QtCore import Qt

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inline_label import InlineLabel, inline_html


def test_code_between_backticks_gets_the_fonts_of_code() -> None:
    assert inline_html("set `x` here", ["Mono"]) == "set <span style=\"font-family: 'Mono'\">x</span> here"


def test_markup_is_shown_and_not_obeyed() -> None:
    assert inline_html("<b>`<i>`</b>", ["M"]) == (
        "&lt;b&gt;<span style=\"font-family: 'M'\">&lt;i&gt;</span>&lt;/b&gt;"
    )


def test_a_dotted_path_may_break_but_a_number_may_not() -> None:
    assert inline_html("`features.0.weight` `-1.0`", ["M"]).replace("\u200b", "|") == (
        "<span style=\"font-family: 'M'\">features.|0.|weight</span> <span style=\"font-family: 'M'\">-1.0</span>"
    )


def test_a_screen_reader_hears_no_backticks(appearance: Appearance) -> None:
    label = InlineLabel(appearance)
    label.set_sentence("`model` still trains")

    assert label.accessibleName() == "model still trains"


def test_an_instructors_words_have_emphasis_and_code(appearance: Appearance) -> None:
    label = InlineLabel(appearance)
    label.set_markdown("sums over the *channels*, `x.mean`")

    assert (label.text().split("<span")[0], label.accessibleName()) == (
        "sums over the <em>channels</em>, ",
        "sums over the channels, x.mean",
    )


def test_only_a_sentence_with_a_link_is_a_stop_of_tab(appearance: Appearance) -> None:
    label = InlineLabel(appearance)
    stops = []
    for sentence in ("see [why](https://pytorch.org)", "see `<a >`"):
        label.set_markdown(sentence)
        stops.append(label.focusPolicy() is Qt.FocusPolicy.StrongFocus)

    assert stops == [True, False]


def test_the_programs_own_words_are_not_taken_for_markdown(appearance: Appearance) -> None:
    label = InlineLabel(appearance)
    label.set_sentence("TypeError: __init__() takes *args")

    assert (label.text(), label.accessibleName()) == ("TypeError: __init__() takes *args",) * 2
