"""What the exercise page says of a look at the code: notes beside lines, and where the learner stands. Knows no Qt."""

from quizapp.desktop.pages.exercise.live_model import Hindrance, LiveState
from quizapp.desktop.pages.exercise.stepping import line_of_step, lines_after
from quizapp.desktop.pages.exercise.words import is_of_the_learner
from quizapp.desktop.widgets.editor.notes import Note
from quizapp.sandbox.trace import LineSeen, TraceSeen
from quizapp.wording import Wording
from quizapp.wording.line_notes import line_note
from quizapp.wording.outcomes import error_words


def notes_of(state: LiveState, wording: Wording) -> tuple[Note, ...]:
    """Return what stands beside the lines: what each made by the step that is shown, and in the end what was raised."""
    if state.trace is None:
        return ()
    by_then = TraceSeen(lines=lines_after(state.trace, state.steps))
    notes = (_note(line, by_then, wording) for line in by_then.lines)
    said = tuple(note for note in notes if note.text)
    error = state.error
    if error is None or error.line is None or state.steps is not None or not is_of_the_learner(error):
        return said
    words = error_words(error)
    raised = Note(line=error.line, text=words, tip=error.message.strip() or words, is_bad=True)
    return (*(note for note in said if note.line != error.line), raised)


def steps_words(state: LiveState, wording: Wording) -> str:
    """Say where in the trace the learner stands, or why there is none."""
    if state.hindrance is Hindrance.SLOW:
        return wording.say("Runs too long to show shapes")
    if state.hindrance is Hindrance.BROKE_OFF:
        return wording.say("Broke off before its shapes were known")
    trace = state.trace
    if trace is None or not trace.steps:
        return wording.say("No steps yet")
    count = len(trace.steps)
    if state.steps is None:
        return wording.say_many("{count} step", "All {count} steps", count)
    line = line_of_step(trace, state.steps) or 0
    return wording.say("Step {step} of {count} · line {line}", step=state.steps, count=count, line=line)


def step_note(state: LiveState, wording: Wording) -> str:
    """Say what the line of the step that is shown made, "" in the end."""
    trace = state.trace
    if trace is None or state.steps is None:
        return ""
    step = trace.steps[state.steps - 1]
    what = line_note(LineSeen(line=step.line, times=1, made=step.made), wording)
    return wording.say("Line {line}: {what}", line=step.line, what=what)


def _note(line: LineSeen, trace: TraceSeen, wording: Wording) -> Note:
    text = line_note(line, wording, trace)
    each = (line_note(LineSeen(line=line.line, times=1, made=(made,)), wording, trace) for made in line.made)
    return Note(line=line.line, text=text, tip="\n".join((text, *each)) if line.made[1:] else text)
