"""The parts of a module in words: for the rows, for the facts below them, and as plain text. Knows no Qt."""

from quizapp.desktop.widgets.inspector.module_parts import (
    Difference,
    Flow,
    FlowState,
    ModuleTree,
    Part,
    PartKind,
    shared_difference,
)
from quizapp.judging.printing import number_text, shown, shown_shape
from quizapp.sandbox.observation import Nothing, Observation, Sequence
from quizapp.wording import Wording

DIGITS = 3
"""Of a gradient norm."""

ORDINARY = {
    "add_zero_attn": "False",
    "affine": "True",
    "batch_first": "False",
    "bidirectional": "False",
    "ceil_mode": "False",
    "count_include_pad": "True",
    "dilation": "1",
    "divisor_override": "None",
    "dropout": "0.0",
    "elementwise_affine": "True",
    "eps": "1e-05",
    "groups": "1",
    "inplace": "False",
    "mask_check": "True",
    "momentum": "0.1",
    "norm_first": "False",
    "norm_type": "2.0",
    "output_padding": "0",
    "padding": "0",
    "padding_mode": "'zeros'",
    "proj_size": "0",
    "return_indices": "False",
    "scale_grad_by_freq": "False",
    "sparse": "False",
    "stride": "1",
    "track_running_stats": "True",
}
"""What torch's layers are made with unless told otherwise: not worth room in a row."""


def settings_text(part: Part) -> str:
    """Return what a layer was made with, without what is ordinary: `in_features=4 out_features=3`."""
    pairs = ((name, _short(value)) for name, value in part.settings if not isinstance(value, Nothing))
    return " ".join(f"{name}={value}" for name, value in pairs if ORDINARY.get(name) != value)


def _short(value: Observation) -> str:
    """Return a setting; a size that is the same along each axis once: `3` for `(3, 3)`."""
    if isinstance(value, Sequence) and value.items and len(set(value.items)) == 1:
        return shown(value.items[0])
    return shown(value)


def summary(tree: ModuleTree, wording: Wording) -> str:
    """Return how many numbers a module learns, and how many of them train."""
    total, trainable = tree.root.total, tree.root.trainable
    if total == 0:
        return wording.say("No parameters")
    counted = wording.say_many("{number} parameter", "{number} parameters", total, number=f"{total:,}")
    if trainable == total:
        return wording.say("{parameters}, all of them train", parameters=counted)
    if trainable == 0:
        return wording.say("{parameters}, none of them trains", parameters=counted)
    return wording.say("{parameters}, {number} of them train", parameters=counted, number=f"{trainable:,}")


def mode_word(training: bool, wording: Wording) -> str:
    """Return the word for a module's mode."""
    return wording.say("train mode") if training else wording.say("eval mode")


def training_word(part: Part, wording: Wording) -> str:
    """Return what of a module trains: "frozen", "2 of 4 train", and nothing where all do."""
    if part.tensors == part.training_tensors:
        return ""
    if part.training_tensors == 0:
        return wording.say("frozen")
    return wording.say("{count} of {total} train", count=part.training_tensors, total=part.tensors)


def flow_text(flow: Flow, wording: Wording) -> str:
    """Return a gradient's norm, or the word for a gradient that has none."""
    match flow.state:
        case FlowState.ABSENT:
            return wording.say("none")
        case FlowState.ZERO:
            return wording.say("zero")
        case FlowState.NOT_FINITE:
            return wording.say("NaN or inf")
        case FlowState.UNKNOWN:
            return wording.say("too large")
        case FlowState.NUMBER:
            return number_text(flow.norm, DIGITS)


def flow_sentence(flow: Flow, wording: Wording) -> str:
    """Return what is known of a gradient as a fact of its own."""
    match flow.state:
        case FlowState.ABSENT:
            return wording.say("no gradient")
        case FlowState.ZERO:
            return wording.say("a gradient of zeros")
        case FlowState.NOT_FINITE:
            return wording.say("a gradient with NaN or infinity")
        case FlowState.UNKNOWN:
            return wording.say("a gradient too large to be shown")
        case FlowState.NUMBER:
            return wording.say("gradient norm {norm}", norm=number_text(flow.norm, DIGITS))


def tie_text(part: Part) -> str:
    """Return the other names of a tied parameter: `= encoder.weight`."""
    return f"= {', '.join(part.tie.names)}" if part.tie else ""


def warning(part: Part, wording: Wording) -> str:
    """Return what is wrong with a part that no optimizer finds, "" for all others."""
    if part.kind is PartKind.LOOSE:
        return wording.say("plain tensor: no optimizer sees it")
    if part.kind is PartKind.HIDDEN:
        return wording.say("in a Python list: not registered")
    return ""


def difference_word(difference: Difference, wording: Wording) -> str:
    """Return in few words what should be otherwise."""
    say = wording.say
    words = {
        Difference.MISSING: say("missing"),
        Difference.EXTRA: say("not expected"),
        Difference.SHOULD_TRAIN: say("should train"),
        Difference.SHOULD_BE_FROZEN: say("should be frozen"),
        Difference.SHOULD_BE_IN_TRAIN_MODE: say("should be in train mode"),
        Difference.SHOULD_BE_IN_EVAL_MODE: say("should be in eval mode"),
        Difference.SHOULD_BE_PARAMETER: say("should be a Parameter"),
        Difference.SHOULD_BE_BUFFER: say("should be a buffer"),
        Difference.SHOULD_BE_SAVED: say("should be saved"),
        Difference.SHOULD_NOT_BE_SAVED: say("should not be saved"),
        Difference.SHOULD_BE_TIED: say("should be tied"),
        Difference.SHOULD_NOT_BE_TIED: say("should not be tied"),
        Difference.OTHER_SHAPE: say("wrong shape"),
    }
    return words[difference]


def differences_text(part: Part, wording: Wording, without: frozenset[Difference] = frozenset()) -> str:
    """Return all that should be otherwise, of a wrong shape the right one; `without` what was said above already."""
    shared = shared_difference(part) if part.kind is PartKind.MODULE else None
    words = []
    for difference in (*part.differences, *((shared,) if shared else ())):
        if difference in without:
            continue
        word = difference_word(difference, wording)
        if difference is Difference.OTHER_SHAPE and part.wanted is not None:
            word = wording.say("should be {shape}", shape=shown_shape(part.wanted.shape))
        words.append(word)
    return ", ".join(words)


def saved_word(part: Part, wording: Wording) -> str:
    """Return whether a buffer is in the state_dict."""
    if part.saved is None:
        return ""
    return wording.say("buffer, saved") if part.saved else wording.say("buffer, not saved")


def buffer_word(part: Part, wording: Wording) -> str:
    """Return the word for a buffer in a row, where there is little room."""
    if part.saved is None:
        return ""
    return wording.say("buffer") if part.saved else wording.say("unsaved")


def kind_text(part: Part, wording: Wording) -> str:
    """Return what a tensor is to its module, and whether it trains."""
    if part.kind is PartKind.BUFFER:
        return saved_word(part, wording)
    if part.kind is PartKind.LOOSE:
        return wording.say("plain tensor")
    trains = part.tensor is not None and part.tensor.requires_grad
    return wording.say("parameter, trains") if trains else wording.say("parameter, frozen")


def moved_word(moved: bool | None, wording: Wording) -> str:
    """Return whether the last optimizer step changed a tensor, "" if no step was watched."""
    if moved is None:
        return ""
    return wording.say("moved") if moved else wording.say("stayed")


def row_text(part: Part, tree: ModuleTree, wording: Wording) -> str:
    """Return one row as a sentence: everything that its marks and colours say."""
    name = part.label or part.type_name
    return ", ".join(word for word in (name, *_row_words(part, tree, wording)) if word)


def _row_words(part: Part, tree: ModuleTree, wording: Wording) -> tuple[str, ...]:
    after = (warning(part, wording), differences_text(part, wording))
    if part.kind is PartKind.MODULE:
        kind = " ".join(word for word in (part.type_name if part.label else "", settings_text(part)) if word)
        mode = mode_word(part.training, wording) if part.changes_mode and part.training is not None else ""
        same = wording.say("same module as {name}", name=part.same_as) if part.same_as else ""
        return (kind, training_word(part, wording), mode, same, *after)
    tensor = part.tensor
    if tensor is None or part.is_missing:
        return after
    flow = flow_sentence(part.flow, wording) if part.flow and tree.has_gradients else ""
    return (
        shown_shape(tensor.shape),
        kind_text(part, wording) if part.kind is not PartKind.LOOSE else "",
        flow,
        moved_word(tensor.moved, wording),
        tie_text(part),
        *after,
    )


def tree_text(name: str, tree: ModuleTree, wording: Wording) -> str:
    """Return the whole module as indented lines."""
    root = tree.root
    mode = "" if root.training is None else mode_word(root.training, wording)
    first = ", ".join(word for word in (root.type_name, mode, differences_text(root, wording)) if word)
    return "\n".join((f"{name}: {first}", summary(tree, wording), *_lines(root, tree, wording, "  ")))


def _lines(part: Part, tree: ModuleTree, wording: Wording, indent: str) -> list[str]:
    lines = []
    for child in part.parts:
        lines.append(indent + row_text(child, tree, wording))
        lines += _lines(child, tree, wording, indent + "  ")
    return lines
