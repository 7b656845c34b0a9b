"""The middle of an exercise: inputs and given code, the editor, its buttons and problems, and the output below."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QSplitter, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.exercise import keys as exercise_keys
from quizapp.desktop.pages.exercise.inputs import InputsPart
from quizapp.desktop.pages.exercise.model import ExerciseState
from quizapp.desktop.pages.exercise.steps import StepRow
from quizapp.desktop.widgets.buttons import Button, set_kind
from quizapp.desktop.widgets.code_block import CodeBlock
from quizapp.desktop.widgets.editor import CodeEditor, Problem
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import ElidedLabel
from quizapp.desktop.widgets.output_view import OutputView
from quizapp.desktop.widgets.panel import rule
from quizapp.message import Message
from quizapp.packs.model import Exercise

GIVEN_LINES_SHOWN = 12
"""Longer given code begins folded, and scrolls when unfolded: most of the height belongs to the learner's code."""


class WorkPane(QSplitter):
    """Where the learner writes and runs.

    Signals:
        run_wanted, check_wanted, stop_wanted, reset_wanted: buttons, or the editor's keys.

    Attributes:
        steps: goes through the code's run. shapes_button: shows shapes beside the code, or not.
        is_open: whether the editor holds the learner's code; until the draft is read it does not.
    """

    run_wanted = Signal()
    check_wanted = Signal()
    stop_wanted = Signal()
    reset_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance = appearance
        self.is_open = False
        self._inputs = InputsPart(appearance)
        self._given = CodeBlock(appearance, collapsible=True, lines_shown=GIVEN_LINES_SHOWN)
        self._rule = rule()
        self._given_lines = 0
        self.editor = CodeEditor(appearance)
        self.output = OutputView(appearance)
        self.steps = StepRow(appearance)
        self._problems = ElidedLabel("small")
        self.check_button, self.run_button = Button("primary"), Button()
        self.stop_button, self.reset_button = Button(), Button("quiet")
        self.shapes_button = Button("quiet", compact=True)
        self.shapes_button.setCheckable(True)
        self._lay_out()
        self._connect()
        self._restyle()

    def open(self, exercise: Exercise) -> None:
        """Make ready for another exercise: empty, until its code is there."""
        self.is_open = False
        self.editor.setReadOnly(True)
        self.editor.set_code("")
        self.editor.set_given(exercise.code_before)
        self._inputs.open(exercise)
        given = exercise.given.strip("\n")
        self._given_lines = given.count("\n") + 1
        self._given.set_code(given)
        self._given.setVisible(bool(given))
        self._rule.setVisible(bool(exercise.code_before.strip()))
        self._given.fold(folded=self._given_lines > GIVEN_LINES_SHOWN)
        self._restyle()

    def begin(self, code: str) -> None:
        """Let the learner work on this code, the cursor at the end of its last line."""
        self.editor.setReadOnly(False)
        self.editor.set_code(code)
        self.is_open = True
        self.editor.go_to_end()

    def mark(self, marks: tuple[tuple[int, str], ...]) -> None:
        """Mark whole lines (from 1) with words, besides what the editor finds itself."""
        found = {problem.line for problem in self.editor.found_problems}
        lines = self.editor.code().split("\n")
        self.editor.set_problems(
            tuple(
                _whole_line(line, lines[line - 1], text)
                for line, text in marks
                if line <= len(lines) and line not in found
            )
        )

    def show_state(self, state: ExerciseState) -> None:
        """Show what can be done now, and what was printed."""
        self.run_button.setEnabled(state.can_start)
        self.check_button.setEnabled(state.can_start)
        self.reset_button.setEnabled(state.can_start)
        self.stop_button.setVisible(state.is_busy)
        self.output.show_outcome(state.outcome)
        if set_kind(self.check_button, "ordinary" if state.is_done else "primary"):
            self._restyle()

    def _lay_out(self) -> None:
        buttons = Flow(gap=8, line_gap=4)
        buttons.setContentsMargins(12, 8, 10, 8)
        for button in (self.check_button, self.run_button, self.stop_button):
            buttons.addWidget(button)
        # Takes what room there is, so that the buttons stay where they are while problems come and go.
        self._problems.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        buttons.add_words(self._problems)
        buttons.addWidget(self.shapes_button)
        buttons.addWidget(self.reset_button)
        upper = QWidget()
        rows = QVBoxLayout(upper)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._inputs)
        rows.addWidget(self._given)
        rows.addWidget(self._rule)
        rows.addWidget(self.editor, 1)
        rows.addWidget(self.steps)
        rows.addLayout(buttons)
        self.addWidget(upper)
        self.addWidget(self.output)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setSizes([420, 200])

    def _connect(self) -> None:
        self.check_button.clicked.connect(self.check_wanted)
        self.run_button.clicked.connect(self.run_wanted)
        self.stop_button.clicked.connect(self.stop_wanted)
        self.reset_button.clicked.connect(self.reset_wanted)
        self.editor.run_requested.connect(self.run_wanted)
        self.editor.check_requested.connect(self.check_wanted)
        self.editor.problems_changed.connect(self._show_problems)
        self._appearance.changed.connect(self._restyle)

    @Slot()
    def _show_problems(self) -> None:
        # What a run raised stands in the verdict already.
        said = [self._problem_words(problem) for problem in self.editor.found_problems]
        say = self._appearance.wording.say
        shown = say("{first} (and {count} more)", first=said[0], count=len(said) - 1) if said[1:] else "".join(said)
        self._problems.setText(shown)
        self._problems.setToolTip("\n".join(said))
        self._problems.setAccessibleName(say("Problems in the code"))
        self._problems.setAccessibleDescription("\n".join(said))

    def _problem_words(self, problem: Problem) -> str:
        what = self.editor.problem_sentence(problem)
        return self._appearance.wording.say("Line {line}: {what}", line=problem.line, what=what)

    @Slot()
    def _restyle(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        is_primary = self.check_button.property("kind") == "primary"
        for button, text, keys, sign, ink in (
            (self.check_button, say("Check"), "Ctrl+Shift+Enter", "check", colours.on_accent if is_primary else ""),
            (self.run_button, say("Run"), "Ctrl+Enter", "play", ""),
            (self.stop_button, say("Stop"), "Ctrl+.", "stop", colours.bad),
            (self.reset_button, say("Reset…"), "", "reset", ""),
        ):
            button.setText(text)
            button.setIcon(icon(sign, ink or colours.text, colours.muted))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(f"{text} ({keys})" if keys else say("Put the starting code back"))
        shapes = say("Shapes beside the code")
        self.shapes_button.setIcon(icon("shapes", colours.text))
        self.shapes_button.setIconSize(QSize(18, 18))
        self.shapes_button.setToolTip(f"{shapes} ({exercise_keys.SHAPES[0]})")
        self.shapes_button.setAccessibleName(shapes)
        self._given.set_heading(
            self._appearance.wording.say_many(
                "Given: {count} line that runs before yours",
                "Given: {count} lines that run before yours",
                self._given_lines,
            )
        )
        self._show_problems()


def _whole_line(line: int, text: str, says: str) -> Problem:
    indent = len(text) - len(text.lstrip())
    # The words come from Python or from `wording`, in the reader's language already.
    return Problem(
        line=line, column=indent, end_column=max(len(text), indent + 1), says=Message("{text}", {"text": says})
    )
