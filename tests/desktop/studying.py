"""A small pack with a card and a question of every kind, in two languages."""

from pathlib import Path

from quizapp.packs.model import Asked, Card, Lesson, Option, Pack, Question, QuestionKind, Text

SNIPPET = "import torch\nx = torch.ones(2, 3)\nprint(x.sum().item())"
VIEW = "import torch\nx = torch.ones(2, 3)"
BACKWARD = "import torch\nw = torch.ones(3, requires_grad=True)\n(w * 0).sum().backward()"
LINES = ("optimizer.zero_grad()", "loss.backward()", "optimizer.step()")


def text(english: str, chinese: str | None = None) -> Text:
    return Text("en", {"en": english} | ({"zh": chinese} if chinese else {}))


def card(name: str = "card") -> Card:
    return Card(
        id=f"sample/all/{name}",
        folder=Path(),
        title=text("Views"),
        front=text("Does `view` copy?", "`view` 会复制吗？"),
        back=text("No, it *shares*.", "不会，它*共享*内存。"),
        source="https://docs.pytorch.org/docs/stable/tensor_view.html",
    )


def question(
    kind: QuestionKind,
    *,
    answers: tuple[str, ...] = (),
    options: tuple[Option, ...] = (),
    lines: tuple[str, ...] = (),
    code: str | None = None,
    observe: str | None = None,
    asks: Asked | None = None,
    shares_with: str | None = None,
) -> Question:
    return Question(
        id=f"sample/all/{asks or kind}",
        folder=Path(),
        title=text("A question"),
        kind=kind,
        prompt=text("What is `it`?", "`它`是什么？"),
        explanation=text("Because of *strides*.", "因为*步幅*。"),
        answers=answers,
        options=options,
        lines=lines,
        code=code,
        observe=observe,
        asks=asks,
        shares_with=shares_with,
    )


OPTIONS = (
    Option(text=text("`x.clone()`", "克隆"), right=False, why=text("It copies.", "它会复制。")),
    Option(text=text("`x.t()`", "转置"), right=True, why=text("It swaps strides.", "它交换步幅。")),
    Option(text=text("`x.view(-1)`", "视图"), right=False),
)
SHARING = (OPTIONS[0], OPTIONS[1], Option(text=text("`x.view(-1)`", "视图"), right=True))

CARD = card()
CHOICE = question(QuestionKind.CHOICE, options=OPTIONS)
MULTIPLE = question(QuestionKind.MULTIPLE, options=SHARING)
SHAPE = question(QuestionKind.SHAPE, answers=("2, 3",), code=SNIPPET, observe="x")
NUMBER = question(QuestionKind.NUMBER, answers=("6",))
WORD = question(QuestionKind.TEXT, answers=("detach",))
PREDICT = question(QuestionKind.PREDICT, answers=("6.0",), code=SNIPPET)
TO_SHARE = question(
    QuestionKind.PREDICT, answers=("yes",), code=VIEW, asks=Asked.SHARING, observe="x.t()", shares_with="x"
)
GRADIENT = question(QuestionKind.PREDICT, answers=("zero",), code=BACKWARD, asks=Asked.GRADIENT, observe="w")
ORDER = question(QuestionKind.ORDER, lines=LINES)
SPOT = question(QuestionKind.SPOT, answers=("2",), code=SNIPPET)

ITEMS = (CARD, card("other"), CHOICE, MULTIPLE, SHAPE, NUMBER, WORD, PREDICT, TO_SHARE, GRADIENT, ORDER, SPOT)
PACK = Pack(
    id="sample",
    version="1",
    title=text("Sample"),
    folder=Path(),
    language="en",
    lessons=(Lesson(id="all", title=text("Views and strides", "视图与步幅"), summary=text("All kinds"), items=ITEMS),),
)
