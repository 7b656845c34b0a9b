"""An embedding table in words. Knows no Qt."""

from collections.abc import Iterable

from quizapp.desktop.widgets.inspector.embedding_model import Table
from quizapp.judging.printing import number_text
from quizapp.wording import Wording

MOST_NAMED = 12
"""Rows that a sentence lists."""

MOST_TOLD = 1_000
"""Rows that are told as text."""

DIGITS = 3


def rows_text(rows: Iterable[int]) -> str:
    """Return numbers of rows, the first ones if there are many: `1, 3, 4, …`."""
    named = list(rows)
    return ", ".join(map(str, named[:MOST_NAMED])) + (", …" if len(named) > MOST_NAMED else "")


def sentences(table: Table, expected: Table | None, wording: Wording) -> tuple[str, ...]:
    """Return what is to be said of a table as a whole."""
    size = wording.say("{rows} rows of {width} numbers", rows=f"{table.rows:,}", width=f"{table.width:,}")
    told = (size, _looked_up(table, wording), _gradient(table, wording), _pad(table, wording), _longest(table, wording))
    return tuple(words for words in (*told, *_differences(table, expected, wording)) if words)


def _looked_up(table: Table, wording: Wording) -> str:
    if table.looked_up is None:
        return ""
    if not table.looked_up:
        return wording.say("No row was looked up.")
    return wording.say("Looked up: {rows}.", rows=rows_text(sorted(table.looked_up)))


def _gradient(table: Table, wording: Wording) -> str:
    if not table.trains:
        return wording.say("Frozen: no row gets a gradient.")
    if not table.has_gradient:
        return wording.say("No gradient.")
    if table.gradient_norms is None:
        return wording.say("There is a gradient, too large to be shown.")
    rows = table.with_gradient
    if not rows.size:
        return wording.say("The gradient is zero in every row.")
    return wording.say("With gradient: {rows}.", rows=rows_text(map(int, rows)))


def _pad(table: Table, wording: Wording) -> str:
    if table.pad is None:
        return ""
    if table.moves_pad():
        return wording.say(
            "Row {row} is the pad row, but has a gradient: the weight is used elsewhere too.", row=table.pad
        )
    return wording.say("Row {row} is the pad row: it gets no gradient, so it does not learn.", row=table.pad)


def _longest(table: Table, wording: Wording) -> str:
    if table.max_norm is None:
        return ""
    norm = number_text(table.max_norm, DIGITS)
    return wording.say("Rows longer than {norm} are shortened to it when they are looked up.", norm=norm)


def _differences(table: Table, expected: Table | None, wording: Wording) -> tuple[str, ...]:
    """Return what the expected table has otherwise."""
    if expected is None:
        return ()
    say, words = wording.say, []
    if (table.rows, table.width) != (expected.rows, expected.width):
        words.append(say("Expected {rows} rows of {width} numbers.", rows=expected.rows, width=expected.width))
    if table.pad != expected.pad and expected.pad is not None:
        words.append(say("Expected row {row} to be the pad row.", row=expected.pad))
    elif table.pad != expected.pad:
        words.append(say("Expected no pad row."))
    here, there = set(table.with_gradient.tolist()), set(expected.with_gradient.tolist())
    if expected.gradient_norms is not None and here != there:
        words.append(say("Expected a gradient in: {rows}.", rows=rows_text(sorted(there)) or say("no row")))
    return tuple(words)


def row_text(table: Table, row: int, wording: Wording) -> str:
    """Return one row as a sentence."""
    say = wording.say
    words = [say("row {row}", row=row)]
    if row == table.pad:
        words.append(say("pad"))
    if table.norms is not None:
        words.append(say("norm {norm}", norm=number_text(table.norms[row], DIGITS)))
    if table.gradient_norms is not None:
        norm = number_text(table.gradient_norms[row], DIGITS)
        words.append(say("gradient norm {norm}", norm=norm) if table.gradient_norms[row] != 0 else say("no gradient"))
    if table.looked_up is not None:
        words.append(say("looked up") if row in table.looked_up else say("not looked up"))
    return ", ".join(words)


def table_text(table: Table, expected: Table | None, wording: Wording) -> str:
    """Return a table as lines of text, its first rows at least."""
    told = min(table.rows, MOST_TOLD)
    size, *more = sentences(table, expected, wording)
    lines = [f"{table.name}: {size}", *more]
    lines += ["  " + row_text(table, row, wording) for row in range(told)]
    if told < table.rows:
        lines.append(wording.say_many("{count} more row", "{count} more rows", table.rows - told))
    return "\n".join(lines)
