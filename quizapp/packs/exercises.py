"""Reads an exercise: a folder with `exercise.toml`, the texts and the Python files beside it."""

from pathlib import Path

from quizapp.message import Message, message
from quizapp.packs.checks import read_checks, read_rules, read_variants
from quizapp.packs.files import Kind, Source
from quizapp.packs.markdown import sections
from quizapp.packs.model import Alternative, Equivalent, Exercise, Limits, Mistake, Text
from quizapp.packs.predictions import read_predictions
from quizapp.packs.problems import PackError, nearest
from quizapp.packs.python_code import code_problem
from quizapp.packs.tables import Table, convert, parse
from quizapp.packs.texts import Desk, Place, note_source_problem, prose, read_prose, written_text
from quizapp.packs.written import WrittenExercise


def read_exercise(desk: Desk, place: Place) -> Exercise:
    """Make an exercise of its folder; notes problems at the desk.

    Raises:
        PackError: if exercise.toml can't be used.
    """
    folder = f"{place.lesson}/{place.slug}"
    table = parse(desk.files.read(f"{folder}/exercise.toml"))
    written = convert(table, WrittenExercise)
    note_source_problem(desk, table, written.source)
    return Exercise(
        id=place.id,
        folder=desk.files.root / folder,
        title=written_text(desk, table, written.title, "title"),
        prompt=prose(desk, read_prose(desk, folder, "prompt")),
        starter=_code(desk, f"{folder}/starter.py", must_parse=False),
        solution=_code(desk, f"{folder}/solution.py"),
        given=_optional_code(desk, f"{folder}/given.py"),
        probe=_optional_code(desk, f"{folder}/probe.py"),
        checks=read_checks(desk, table, written.checks),
        rules=read_rules(desk, table, written.rules),
        variants=read_variants(desk, table, written.variants),
        modules=desk.modules,
        predictions=read_predictions(desk, table, written.predictions),
        hints=_hints(desk, folder),
        explanation=_explanation(desk, folder),
        mistakes=_mistakes(desk, folder, table, written),
        alternatives=_alternatives(desk, folder),
        equivalent=_equivalent(desk, table, written),
        limits=Limits(seconds=written.limits.seconds),
        concepts=tuple(written.concepts),
        claims=tuple(written.claims),
        source=written.source,
    )


def _code(desk: Desk, path: str, *, must_parse: bool = True) -> str:
    """Return a Python file's text; notes what is wrong with it."""
    try:
        source = desk.files.read(path)
    except PackError as error:
        desk.problems.append(error)
        return ""
    if must_parse and (problem := code_problem(source)):
        desk.problems.append(problem)
    return source.text


def _optional_code(desk: Desk, path: str) -> str:
    return "" if desk.files.kind(path) is None else _code(desk, path)


def _explanation(desk: Desk, folder: str) -> Text | None:
    if desk.files.kind(f"{folder}/explanation.md") is None:
        return None
    return prose(desk, read_prose(desk, folder, "explanation"))


def _hints(desk: Desk, folder: str) -> tuple[Text, ...]:
    """Return the hints; notes it if another language has more or fewer."""
    if desk.files.kind(f"{folder}/hints.md") is None:
        return ()
    hints = {code: _cut_hints(desk, source) for code, source in read_prose(desk, folder, "hints").items()}
    native = hints.pop(desk.language, [])
    for other in hints.values():
        if len(other) != len(native):
            says = message(
                'expected {count} hints with a line "---" between them as in hints.md, found {found}',
                count=len(native),
                found=len(other),
            )
            desk.problems.append(PackError(other[0].path, says))
    matching = {code: other for code, other in hints.items() if len(other) == len(native)}
    return tuple(
        prose(desk, {desk.language: hint, **{code: other[index] for code, other in matching.items()}})
        for index, hint in enumerate(native)
    )


def _cut_hints(desk: Desk, source: Source) -> list[Source]:
    parts = sections(source)
    if len(parts) > 1:
        empty = [part for part in parts if not part.text.strip()]
        desk.problems.extend(part.problem(message("this hint is empty"), 1) for part in empty)
    return parts


def _mistakes(desk: Desk, folder: str, table: Table, written: WrittenExercise) -> tuple[Mistake, ...]:
    """Return the mistakes with their code; notes files without an entry and entries without a file."""
    names = _python_names(desk, f"{folder}/mistakes")
    listed: set[str] = set()
    found: list[Mistake] = []
    for index, mistake in enumerate(written.mistakes):
        if mistake.name in listed:
            says = message('there is another mistake with the name "{name}"', name=mistake.name)
            desk.problems.append(table.problem(says, "mistakes", index, "name"))
        elif mistake.name not in names:
            desk.problems.append(table.problem(_no_such_mistake(mistake.name, names), "mistakes", index, "name"))
        else:
            code = _code(desk, f"{folder}/mistakes/{mistake.name}.py", must_parse=False)
            feedback = written_text(desk, table, mistake.feedback, "mistakes", index, "feedback")
            found.append(
                Mistake(
                    name=mistake.name,
                    code=code,
                    feedback=feedback,
                    concept=mistake.concept,
                    uses=tuple(mistake.uses),
                    lacks=tuple(mistake.lacks),
                    concept_title=desk.concepts.get(mistake.concept or ""),
                )
            )
        listed.add(mistake.name)
    for name in sorted(names - listed):
        says = message("no [[mistakes]] in exercise.toml has this name; add one with its feedback, or delete the file")
        desk.problems.append(PackError(Path(f"{folder}/mistakes/{name}.py"), says))
    return tuple(found)


def _no_such_mistake(name: str, names: set[str]) -> Message:
    if meant := nearest(name, names):
        return message(
            "there is no file mistakes/{name}.py; did you mean mistakes/{nearest}.py?", name=name, nearest=meant
        )
    return message("there is no file mistakes/{name}.py", name=name)


def _alternatives(desk: Desk, folder: str) -> tuple[Alternative, ...]:
    names = sorted(_python_names(desk, f"{folder}/alternatives"))
    return tuple(Alternative(name, _code(desk, f"{folder}/alternatives/{name}.py")) for name in names)


def _equivalent(desk: Desk, table: Table, written: WrittenExercise) -> tuple[Equivalent, ...]:
    """Return the marks of attacks that may pass; notes it if two are the same."""
    marks = [Equivalent(attack=mark.attack, why=mark.why, line=mark.line) for mark in written.equivalent]
    earlier: set[tuple[str, int | None]] = set()
    for index, mark in enumerate(marks):
        if (mark.attack, mark.line) in earlier:
            says = message("this attack is marked already; delete one of the two")
            desk.problems.append(table.problem(says, "equivalent", index, "attack"))
        earlier.add((mark.attack, mark.line))
    return tuple(marks)


def _python_names(desk: Desk, folder: str) -> set[str]:
    """Return the names, without ending, of what looks like a Python file in a folder of the pack."""
    if desk.files.kind(folder) not in (None, Kind.FOLDER):
        desk.problems.append(PackError(Path(folder), message("expected a folder")))
    if desk.files.kind(folder) is not Kind.FOLDER:
        return set()
    return {name.removesuffix(".py") for name in desk.files.listing(folder).kinds if name.endswith(".py")}
