"""Makes the pictures of the inspector, each when it is first looked at."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.difference_view import DifferenceView
from quizapp.desktop.widgets.inspector.gradient_view import GradientView
from quizapp.desktop.widgets.inspector.kinds import Kind
from quizapp.desktop.widgets.inspector.picture import Picture
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.summary_view import SummaryView
from quizapp.desktop.widgets.inspector.values_view import ValuesView

LookAt = Callable[[Subject], None]


def make_picture(kind: Kind, appearance: Appearance, look_at: LookAt) -> tuple[Picture, QWidget]:
    """Return a new picture of this kind, as what it can do and as the widget that it is.

    `look_at` is called with a part of what it shows that somebody wants to see by itself.
    """
    match kind:
        case Kind.VALUES:
            values = ValuesView(appearance)
            return values, values
        case Kind.SUMMARY:
            summary = SummaryView(appearance)
            return summary, summary
        case Kind.DIFFERENCE:
            difference = DifferenceView(appearance)
            return difference, difference
        case Kind.GRADIENT:
            gradient = GradientView(appearance)
            return gradient, gradient
        case _:
            return _picture_of_another(kind, appearance, look_at)


def _picture_of_another(kind: Kind, appearance: Appearance, look_at: LookAt) -> tuple[Picture, QWidget]:
    """Make a picture of what is no tensor; imported here, since a tensor's must not wait for pyqtgraph."""
    match kind:
        case Kind.CURVE:
            from quizapp.desktop.widgets.inspector.curve_view import CurveView

            curve = CurveView(appearance)
            return curve, curve
        case Kind.TREE:
            from quizapp.desktop.widgets.inspector.module_view import ModuleView

            tree = ModuleView(appearance)
            tree.tensor_wanted.connect(look_at)
            return tree, tree
        case Kind.EMBEDDING:
            from quizapp.desktop.widgets.inspector.embedding_view import EmbeddingView

            embedding = EmbeddingView(appearance)
            return embedding, embedding
        case Kind.OPTIMIZER:
            from quizapp.desktop.widgets.inspector.optimizer_view import OptimizerView

            optimizer = OptimizerView(appearance)
            return optimizer, optimizer
        case _:
            from quizapp.desktop.widgets.inspector.plain_view import PlainView

            plain = PlainView(appearance)
            return plain, plain
