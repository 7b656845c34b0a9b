"""A few items to find, in both languages."""

from pathlib import Path

from quizapp.packs.model import Card, Check, Exercise, Item, Lesson, Option, Pack, Question, QuestionKind, Text


def text(english: str, chinese: str = "") -> Text:
    return Text("en", {"en": english} | ({"zh": chinese} if chinese else {}))


def card(name: str, front: str, back: str = "", title: str = "Untitled", chinese: str = "") -> Card:
    return Card(id=f"p/l/{name}", folder=Path(), title=text(title), front=text(front, chinese), back=text(back))


FREEZE = Exercise(
    id="p/l/freeze",
    folder=Path(),
    title=text("Freeze the backbone", "冻结主干"),
    prompt=text("Freeze everything but the head.", "除了**分类**头，冻结所有参数。"),
    starter="model = Net()\n",
    solution="for weight in model.parameters():\n    weight.requires_grad_(False)\n",
    given="class Net(nn.Module): ...",
    hints=(text("Look at `requires_grad`.", "看看 `requires_grad`。"),),
    explanation=text("Autograd records nothing for them.", "自动求导什么都不记录。"),
    checks=(Check(observe="model"),),
    concepts=("freezing",),
)
EMBEDDING = Card(
    id="p/l/embedding",
    folder=Path(),
    title=text("What a table of vectors is", "嵌入是什么"),
    front=text("What does `nn.Embedding` look up?", "`nn.Embedding` 查的是什么？"),
    back=text("A row of its weight; the gradient is sparse.", "它的权重的一行；梯度可以是稀疏的。"),
)
VIEW = Question(
    id="p/l/view",
    folder=Path(),
    title=text("Views", "视图"),
    kind=QuestionKind.CHOICE,
    prompt=text("Which of these copies?", "哪一个会复制？"),
    code="y = torch.Tensor.view(x, -1)",
    options=(
        Option(text=text("clone", "克隆"), right=True, why=text("It owns its memory.", "它有自己的内存。")),
        Option(text=text("view", "视图"), right=False),
    ),
    explanation=text("Only strides change.", "只有步长变了。"),
)
LOSS = card("loss", "What does `CrossEntropyLoss` expect?", "Logits, not probabilities.", "The usual loss")

ITEMS: tuple[Item, ...] = (FREEZE, EMBEDDING, VIEW, LOSS)


def pack(*items: Item) -> Pack:
    lesson = Lesson(id="l", title=text("l"), summary=text("s"), items=items)
    concepts = {"freezing": text("Freezing parameters", "冻结参数")}
    return Pack(
        id="p", version="1", title=text("p"), folder=Path(), language="en", lessons=(lesson,), concepts=concepts
    )


PACK = pack(*ITEMS)
