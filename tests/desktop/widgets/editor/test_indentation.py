"""How far the next line is indented, and what Backspace takes."""

import pytest

from quizapp.desktop.widgets.editor.indentation import columns_to_remove, indentation_after


@pytest.mark.parametrize(
    ("line", "indentation"),
    [
        ("x = 1", ""),
        ("    x = 1", "    "),
        ("if x:", "    "),
        ("    for p in m.parameters():  # all of them", "        "),
        ("net = nn.Sequential(", "    "),
        ("x = [", "    "),
        ("    return x", ""),
        ("        pass", "    "),
        ("    raise ValueError(", "        "),
        ("    return foo(a,", "    "),
        ("x = ':'", ""),
        ("# a comment that ends with:", ""),
        ("x = d['a:']", ""),
        ("returned = 1", ""),
        ("", ""),
    ],
)
def test_enter_indents_as_python_wants(line: str, indentation: str) -> None:
    assert indentation_after(line) == indentation


@pytest.mark.parametrize(
    ("before", "count"), [("        ", 4), ("      ", 2), ("    ", 4), ("   ", 3), (" ", 1), ("", 1), ("x   ", 1)]
)
def test_backspace_goes_back_to_the_last_tab_stop_in_an_indentation(before: str, count: int) -> None:
    assert columns_to_remove(before) == count
