"""An exercise in the terminal: the code is a file that any editor opens; saving it is an attempt."""

import os
import time
from functools import partial

from quizapp.judging.verdict import Verdict
from quizapp.message import SaysError
from quizapp.packs.model import Exercise
from quizapp.practice import attempt, run_once
from quizapp.sandbox.messages import Ending
from quizapp.study.model import AttemptMade
from quizapp.terminal.commands import EVERYWHERE, Command, help_rows, read_command
from quizapp.terminal.desk import Desk
from quizapp.terminal.editing import edit, find_editor, leaves_the_terminal, watch
from quizapp.wording.outcomes import outcome_sentence
from quizapp.wording.verdicts import check_lines

HERE = (
    Command.EDIT,
    Command.WATCH,
    Command.RUN,
    Command.CHECK,
    Command.HINT,
    Command.SOLUTION,
    *EVERYWHERE,
)


class ExerciseSitting:
    """One exercise while it is worked on; the code is the learner's draft, in a file of its own."""

    def __init__(self, exercise: Exercise, desk: Desk) -> None:
        """Write the draft, or the starter, into the file.

        Raises:
            DraftsError: if the draft can't be read.
            OSError: if the file can't be written.
        """
        self._exercise, self._desk = exercise, desk
        self.path = desk.folder / f"{'-'.join(exercise.id.split('/')[1:])}.py"
        self._since = time.monotonic()
        self._hints = 0
        self._solution_counts = self._solution_shown = False
        self._passed = False
        self._untold: Verdict | None = None
        draft = desk.drafts.load(exercise.id)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(exercise.starter if draft is None else draft, "utf-8", errors="replace")

    def work(self) -> Command | None:
        """Let the learner work until it is passed and read, or they want something else.

        Returns:
            None if the exercise is through, else what the learner asked for instead.

        Raises:
            Left: if the input ends.
            SaysError: if journal or drafts can't be written, or nothing can be run.
        """
        self._show_task()
        while True:
            typed = self._desk.screen.ask(self._prompt())
            if not typed and self._is_through:
                return None
            command = read_command(typed, HERE, alone=True) if typed else Command.EDIT
            if command is Command.LATER and self._is_through:
                return None
            if command in (*EVERYWHERE,):
                return command
            self._do(command)

    @property
    def _is_through(self) -> bool:
        return self._passed or self._solution_shown

    def _prompt(self) -> str:
        say = self._desk.wording.say
        if self._is_through:
            return say("Enter goes on, e edits again, ? what else")
        return say("Enter opens your editor, h hint {number} of {of}, ? what else", **self._next_hint())

    def _next_hint(self) -> dict[str, int]:
        count = len(self._exercise.hints)
        return {"number": min(self._hints + 1, count), "of": count}

    def _do(self, command: Command | None) -> None:
        actions = {
            Command.EDIT: self._edit,
            Command.WATCH: self._watch,
            Command.RUN: self._run,
            Command.CHECK: self._check,
            Command.HINT: self._show_hint,
            Command.SOLUTION: self._show_solution,
        }
        if command in actions:
            actions[command]()
        else:
            self._desk.screen.show_rows(help_rows(HERE, self._desk.wording, alone=True))

    def _show_task(self) -> None:
        screen, say, exercise = self._desk.screen, self._desk.wording.say, self._exercise
        screen.show_markdown(exercise.prompt.read(self._desk.wording.language))
        if exercise.variants[0].inputs:
            screen.show_code(exercise.variants[0].code, say("Inputs"))
        if exercise.given:
            screen.show_code(exercise.given, say("Given; it runs first"))
        screen.show_code(self._code(), str(self.path), numbered=True)

    def _code(self) -> str:
        return self.path.read_text("utf-8", errors="replace").removeprefix("\ufeff")

    def _edit(self) -> None:
        try:
            editor = find_editor(os.environ)
            prints_at_once = leaves_the_terminal(editor)
            edit(self.path, editor, self._check if prints_at_once else self._check_untold)
        except SaysError as error:
            self._desk.screen.print(self._desk.wording.sentence(error.says), "yellow")
        self._tell_last()

    def _watch(self) -> None:
        wording, file = self._desk.wording, str(self.path)
        self._desk.screen.print(wording.say("Watching {file}. Save it in any editor; Ctrl+C ends watching.", file=file))

        def check() -> bool:
            self._check()
            return not self._passed

        watch(self.path, check)

    def _run(self) -> None:
        self._keep_draft()
        outcome = self._desk.run(partial(run_once, self._exercise, self._code(), self._desk.sandbox))
        if outcome is None:
            return
        screen = self._desk.screen
        if outcome.stdout:
            screen.show_rows(outcome.stdout.rstrip("\n").split("\n"), "cyan")
        is_fine = outcome.ending is Ending.FINISHED
        says = outcome_sentence(outcome, self._desk.wording, seconds_allowed=self._exercise.limits.seconds)
        screen.print(says, "" if is_fine else "yellow")

    def _check(self) -> None:
        self._check_untold()
        self._tell_last()

    def _check_untold(self) -> None:
        """Judge the file and write the attempt; what is to be said waits until the terminal is ours."""
        self._keep_draft()
        code = self._code()
        verdict = self._desk.run(partial(attempt, self._exercise, code, self._desk.sandbox))
        if verdict is None:
            return
        self._untold = verdict
        self._passed = self._passed or verdict.passed
        self._record(code, verdict)

    def _tell_last(self) -> None:
        verdict, self._untold = self._untold, None
        if verdict is None:
            return
        screen, wording = self._desk.screen, self._desk.wording
        first, *rest = check_lines(verdict, self._exercise, wording)
        screen.print("")
        screen.print(f"{'✓' if verdict.passed else '✗'} {first}", "bold green" if verdict.passed else "bold red")
        for line in rest:
            screen.print(line)
        if verdict.mistake is not None:
            screen.print("")
            screen.show_markdown(verdict.mistake.feedback.read(wording.language))
        if verdict.outcome.stdout:
            screen.show_rows(verdict.outcome.stdout.rstrip("\n").split("\n"), "cyan")
        if verdict.passed and self._exercise.explanation is not None:
            screen.show_markdown(self._exercise.explanation.read(wording.language))

    def _keep_draft(self) -> None:
        self._desk.drafts.save(self._exercise.id, self._code())

    def _record(self, code: str, verdict: Verdict | None) -> None:
        now = time.monotonic()
        mistake = verdict.mistake if verdict else None
        self._desk.learner.record_attempt(
            AttemptMade(
                item=self._exercise.id,
                code=code,
                passed=verdict is not None and verdict.passed,
                ending=str(verdict.outcome.ending) if verdict else "",
                mistake=mistake.name if mistake else None,
                concept=mistake.concept if mistake else None,
                seconds=now - self._since,
                hints=self._hints,
                solution_shown=self._solution_counts,
            )
        )
        self._since = now

    def _show_hint(self) -> None:
        hints = self._exercise.hints
        if self._hints < len(hints):
            self._hints += 1
        for hint in hints[: self._hints]:
            self._desk.screen.show_markdown(hint.read(self._desk.wording.language))

    def _show_solution(self) -> None:
        self._desk.screen.show_code(self._exercise.solution, self._desk.wording.say("Solution"))
        if not self._solution_shown and not self._passed:
            self._solution_counts = True
            self._record(self._code(), None)
        self._solution_shown = True
