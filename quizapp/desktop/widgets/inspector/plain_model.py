"""Numbers, text, lists, dicts and what they hold as an outline; what differs from the expected is marked."""

from quizapp.desktop.widgets.inspector.differing import differs
from quizapp.desktop.widgets.inspector.outline import Mood, OutlineRow
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.printing import cut, shown, type_name
from quizapp.sandbox.observation import ErrorSeen, Mapping, Observation, Sequence, Words
from quizapp.sandbox.text import readable
from quizapp.wording import Wording

MOST_ENTRIES = 500
"""Of one list or dict that are shown; the rest is counted."""

MOST_OPEN = 40
"""Entries of a list within another value up to which it is open at first."""

DEEPEST = 8
"""Levels of lists in lists that are shown."""

SETS = ("set", "frozenset")


def holds_entries(value: Observation) -> bool:
    """Whether a value is shown as a tree of what it holds."""
    return isinstance(value, Sequence | Mapping) and bool(value.items)


def entries_of(subject: Subject, wording: Wording) -> tuple[OutlineRow, ...]:
    """Return what a list or dict holds, the missing expected entries too."""
    return _entries(subject.got, subject.expected, wording, DEEPEST)


def whole_text(value: Observation, wording: Wording) -> str:
    """Return a plain value as readable text of any length, safe to show."""
    match value:
        case Words():
            end = "\n" + wording.say("(The rest was cut.)") if value.cut else ""
            return readable(value.value) + end
        case ErrorSeen():
            line = wording.say("in line {line}", line=value.line) if value.line is not None else ""
            told = ": ".join(word for word in (value.type_name, readable(value.message)) if word)
            return "\n".join(word for word in (told, line) if word)
        case _:
            return shown(value)


def _entries(
    got: Observation | None, expected: Observation | None, wording: Wording, deepest: int
) -> tuple[OutlineRow, ...]:
    if deepest == 0 or not isinstance(got, Sequence | Mapping):
        return ()
    if isinstance(got, Sequence) and got.type_name in SETS:
        rows = _set_entries(got, expected, wording)
    else:
        there = _by_label(got)
        wanted = _by_label(expected) if type(expected) is type(got) else None
        labels = list(dict.fromkeys([*there, *(wanted or ())]))[:MOST_ENTRIES]
        rows = [_row(label, there.get(label), wanted, wording, deepest) for label in labels]
    left_out = got.length - min(len(got.items), MOST_ENTRIES)
    if left_out > 0:
        more = wording.say_many("{count} more entry", "{count} more entries", left_out)
        rows.append(OutlineRow(more, mood=Mood.QUIET))
    return tuple(rows)


def _by_label(value: Observation | None) -> dict[str, Observation]:
    if isinstance(value, Sequence):
        return {f"[{number}]": item for number, item in enumerate(value.items)}
    return {shown(key): item for key, item in value.items} if isinstance(value, Mapping) else {}


def _row(
    label: str,
    got: Observation | None,
    wanted: dict[str, Observation] | None,
    wording: Wording,
    deepest: int,
) -> OutlineRow:
    expected = wanted.get(label) if wanted is not None else None
    if got is None:
        return OutlineRow(label, expected=_short(expected), note=wording.say("missing"), mood=Mood.WRONG)
    rows = _entries(got, expected, wording, deepest - 1)
    is_open = len(rows) <= MOST_OPEN
    if wanted is not None and expected is None:
        return OutlineRow(label, _short(got), "", wording.say("not expected"), Mood.WRONG, rows, is_open)
    if expected is not None and differs(Subject(label, got, expected)):
        marked_below = any(row.mood is Mood.WRONG for row in rows)
        told = "" if marked_below else _short(expected)
        return OutlineRow(label, _short(got), told, "", Mood.WRONG, rows, is_open)
    return OutlineRow(label, _short(got), rows=rows, is_open=is_open)


def _set_entries(got: Sequence, expected: Observation | None, wording: Wording) -> list[OutlineRow]:
    items = got.items[:MOST_ENTRIES]
    if not isinstance(expected, Sequence) or len(items) * len(expected.items) > MOST_ENTRIES**2:
        return [OutlineRow(_short(item)) for item in items]
    seen, wanted = {shown(item) for item in items}, {shown(item) for item in expected.items}
    rows = [
        OutlineRow(name) if name in wanted else OutlineRow(name, note=wording.say("not expected"), mood=Mood.WRONG)
        for name in sorted(seen)
    ]
    return rows + [OutlineRow(name, note=wording.say("missing"), mood=Mood.WRONG) for name in sorted(wanted - seen)]


def _short(value: Observation | None) -> str:
    if value is None:
        return ""
    if isinstance(value, Sequence | Mapping) and value.length > 4:
        return cut(f"{type_name(value)}, {value.length}")
    return shown(value)
