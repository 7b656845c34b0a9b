"""A sitting in the terminal: one item after the other until nothing is left or the learner leaves."""

from datetime import datetime
from typing import assert_never

from quizapp.packs.model import Card, Exercise, Item, Pack, Question
from quizapp.study.session import Session
from quizapp.terminal.cards import study_card
from quizapp.terminal.commands import EVERYWHERE, Command, help_rows
from quizapp.terminal.desk import Desk
from quizapp.terminal.exercises import ExerciseSitting
from quizapp.terminal.questions import is_answered_by_number, study_question
from quizapp.terminal.screen import Left
from quizapp.wording.when import when_words


def study_today(desk: Desk) -> None:
    """Go through what is due and new today; everything that was done is in the journal when this returns.

    Raises:
        SaysError: if the journal can't be written, or code can't be run.
    """
    session, done = Session.of_today(desk.learner), 0
    if session.current is None:
        _say_nothing_waits(desk)
        return
    try:
        while session.current is not None:
            done += _take(session, desk)
    except (Left, KeyboardInterrupt):
        desk.screen.print("")
    _say_end(done, desk)


def _take(session: Session, desk: Desk) -> int:
    """Study the current item and go on; return how many items were done by that."""
    found = _find(session.current or "", desk.packs)
    if found is None:
        session.advance()
        return 0
    pack, item = found
    _show_head(pack, item, session, desk)
    command = _study(item, desk)
    if command is None:
        session.advance()
        return 1
    return _obey(command, item, session, desk)


def _obey(command: Command, item: Item, session: Session, desk: Desk) -> int:
    match command:
        case Command.LEAVE:
            raise Left
        case Command.UNDO:
            return _undo(session, desk)
        case Command.HELP:
            desk.screen.show_rows(help_rows(EVERYWHERE, desk.wording, alone=_is_alone(item)))
            return 0
        case Command.BURY:
            desk.learner.bury((item.id,))
        case Command.SUSPEND:
            desk.learner.suspend((item.id,))
        case _:
            pass
    session.advance()
    return 0


def _is_alone(item: Item) -> bool:
    return not isinstance(item, Question) or is_answered_by_number(item)


def _undo(session: Session, desk: Desk) -> int:
    taken = desk.learner.undo()
    if taken is None:
        desk.screen.print(desk.wording.say("There is nothing to take back."), "yellow")
        return 0
    if taken.shows_again is None:  # a note, a card, the scheduling: it was done elsewhere, and leads to no item
        return 0
    session.back_to(taken.shows_again)
    return -1


def _study(item: Item, desk: Desk) -> Command | None:
    match item:
        case Card():
            return study_card(item, desk)
        case Question():
            return study_question(item, desk)
        case Exercise():
            return ExerciseSitting(item, desk).work()
        case _:
            assert_never(item)


def _show_head(pack: Pack, item: Item, session: Session, desk: Desk) -> None:
    lesson, language = pack.lesson_of(item.id), desk.wording.language
    place = session.position
    where = desk.wording.say("{number} of {of}", number=place.done + 1, of=place.of)
    title = lesson.title.read(language) if lesson is not None else pack.title.read(language)
    desk.screen.head(f"{where} · {title} · {item.title.read(language)}")


def _find(item_id: str, packs: tuple[Pack, ...]) -> tuple[Pack, Item] | None:
    return next(((pack, item) for pack in packs if (item := pack.find(item_id)) is not None), None)


def _say_nothing_waits(desk: Desk) -> None:
    due = desk.learner.today().next_due
    desk.screen.print(desk.wording.say("Nothing is waiting."))
    if due is not None:
        when = when_words(due, datetime.now().astimezone(), desk.wording)
        desk.screen.print(desk.wording.say("The next item comes back {when}.", when=when))


def _say_end(done: int, desk: Desk) -> None:
    desk.screen.head(desk.wording.say_many("{count} item done", "{count} items done", max(done, 0)))
    today = desk.learner.today()
    if waiting := len(today.due) + len(today.new):
        desk.screen.print(desk.wording.say_many("{count} item waits.", "{count} items wait.", waiting))
    else:
        _say_nothing_waits(desk)
