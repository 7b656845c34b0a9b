"""A module as a tree: what is in it, what of it trains, where gradients arrive, and what moved."""

from PySide6.QtCore import QMetaMethod, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.inspector.fact_rows import FactRows
from quizapp.desktop.widgets.inspector.module_facts import facts
from quizapp.desktop.widgets.inspector.module_items import ModuleItems
from quizapp.desktop.widgets.inspector.module_model import module_tree
from quizapp.desktop.widgets.inspector.module_parts import Part, expression
from quizapp.desktop.widgets.inspector.module_tree_view import TreeOfParts
from quizapp.desktop.widgets.inspector.module_words import differences_text, mode_word, summary, tree_text
from quizapp.desktop.widgets.inspector.share_bar import ShareBar
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.labels import label
from quizapp.sandbox.observation import ModuleSeen

HOLDERS = ("ModuleDict", "ParameterDict")


class ModuleView(QWidget):
    """Shows one module; what is chosen in the tree is told below it.

    Signals:
        tensor_wanted: a Subject, when the values of a tensor of the tree are asked for.
    """

    tensor_wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._subject: Subject | None = None
        self._head, self._counts = label("strong", wraps=True), label("muted", wraps=True)
        self._share = ShareBar(appearance)
        self.items = ModuleItems(appearance, self)
        self.tree = TreeOfParts(appearance, self.items)
        self._name, self._facts = label("strong"), FactRows()
        self._values = Button("quiet")
        self._lay_out()
        self.tree.selectionModel().currentRowChanged.connect(self._show_facts)
        self.tree.activated.connect(self._ask_for_values)
        self._values.clicked.connect(self._ask_for_values)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show a module; what stands `beside` it in the run does not matter here."""
        if not isinstance(subject.got, ModuleSeen):
            return
        chosen = self.items.part(self.tree.currentIndex()).path if self._subject is not None else ""
        expected = subject.expected if isinstance(subject.expected, ModuleSeen) else None
        self._subject = subject
        self.items.show_tree(module_tree(subject.got, expected))
        self.tree.open_rows(chosen)
        self._say()

    def text(self) -> str:
        """Return the whole tree as indented lines."""
        if self._subject is None or self.items.tree is None:
            return ""
        return tree_text(self._subject.name, self.items.tree, self._appearance.wording)

    def wanted(self) -> Subject | None:
        """Return the chosen tensor as a subject of its own, None if what is chosen is no tensor that is there."""
        index = self.tree.currentIndex()
        part = self.items.part(index) if index.isValid() else None
        if part is None or part.tensor is None or part.is_missing:
            return None
        return Subject(self._written(part), part.tensor, part.wanted)

    def _written(self, part: Part) -> str:
        if self._subject is None or not isinstance(self._subject.got, ModuleSeen):
            return part.path
        keyed = frozenset(one.name for one in self._subject.got.submodules if one.type_name in HOLDERS)
        return expression(self._subject.name, part.path, keyed)

    @Slot()
    def _ask_for_values(self) -> None:
        wanted = self.wanted()
        if wanted is not None:
            self.tensor_wanted.emit(wanted)

    @Slot()
    def _show_facts(self) -> None:
        index = self.tree.currentIndex()
        self._foot.setVisible(index.isValid())
        if not index.isValid():
            return
        part = self.items.part(index)
        self._name.setText(self._written(part))
        self._facts.show_facts(facts(part, self._appearance.wording))
        is_heard = self.isSignalConnected(QMetaMethod.fromSignal(self.tensor_wanted))
        self._values.setVisible(is_heard and self.wanted() is not None)

    def _say(self) -> None:
        tree, wording = self.items.tree, self._appearance.wording
        if tree is None or self._subject is None:
            return
        root = tree.root
        mode = "" if root.training is None else mode_word(root.training, wording)
        words = (root.type_name, mode, differences_text(root, wording))
        self._head.setText("  ·  ".join(word for word in words if word))
        self._counts.setText(summary(tree, wording))
        self._share.show_share(root.trainable, root.total)
        self.tree.setAccessibleName(wording.say("Modules and parameters of {name}", name=self._subject.name))
        self._show_facts()

    @Slot()
    def _restyle(self) -> None:
        self._values.setText(self._appearance.wording.say("Show its values"))
        self.tree.restyle()
        self._say()

    def _lay_out(self) -> None:
        self._foot = QWidget()
        self._foot.hide()
        top = QHBoxLayout()
        top.addWidget(self._name, 1)
        top.addWidget(self._values)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 4, 0, 0)
        foot.setSpacing(4)
        foot.addLayout(top)
        foot.addWidget(self._facts)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._head)
        rows.addWidget(self._counts)
        rows.addWidget(self._share)
        rows.addSpacing(4)
        rows.addWidget(self.tree, 1)
        rows.addWidget(self._foot)
