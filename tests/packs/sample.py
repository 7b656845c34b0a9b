"""A small pack with every kind of item, nothing wrong in it, and a folder to break it in."""

from pathlib import Path

from quizapp.packs.model import Card, Exercise, Item, Question
from quizapp.packs.reading import PackReading, read_pack

CARD = """\
+++
concepts = ["view"]
claims = ["001-44"]
source = "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.view.html"
+++
# What does `view` do?

Does it *copy*?

---

It gives a new shape to **the same memory**.

```python
y = t.view(4, 6)
---
```
"""

CARD_ZH = """\
view 做什么？

---

给同一块内存一个新形状。
"""

CHOICE = """\
+++
kind = "choice"
title = "Sharing"
+++
Does `y` share memory with `t`?

```python run
import torch
t = torch.zeros(4)
y = t.view(2, 2)
```

- [x] Yes
- [ ] No
  > `view` never copies.

---

A view shares its memory.
"""

CHOICE_ZH = """\
+++
title = "共享"
+++
`y` 与 `t` 共享内存吗？

- [x] 是
- [ ] 否
  > `view` 从不复制。

---

视图共享内存。
"""

MULTIPLE = """\
+++
kind = "multiple"
+++
Which of these give views?

- [x] `view`
- [x] `transpose`
- [ ] `clone`

---

`clone` copies.
"""

SHAPE = """\
+++
kind = "shape"
answers = ["4, 2, 3"]
observe = "r"
+++
What is the shape of `r`?

```python run
import torch
r = torch.zeros(2, 3, 4).permute(2, 0, 1)
```

---

The old axis 2 comes first.
"""

NUMBER = """\
+++
kind = "number"
answers = ["24", "24.0"]
+++
How many elements has a tensor of shape (2, 3, 4)?

---

2 · 3 · 4.
"""

TEXT = """\
+++
kind = "text"
answers = ["contiguous"]
+++
Which method ends the sharing?

---

`contiguous` copies if it must.
"""

ORDER = """\
+++
kind = "order"
+++
Put the lines in order.

```python order
m.requires_grad_(False)

m.head = nn.Linear(4, 2)
```

---

Freeze first.
"""

SPOT = """\
+++
kind = "spot"
answers = ["2"]
+++
Which line is wrong?

```python run
for p in m.parameters():
    p.require_grad = False
```

---

The name is `requires_grad`.
"""

PREDICT = """\
+++
kind = "predict"
answers = ["6.0"]
+++
What is printed?

```python run
import torch
print(torch.ones(6).sum().item())
```

---

Six ones.
"""

EXERCISE = """\
title = { en = "The typo", zh = "拼写错误" }
concepts = ["requires-grad"]

[limits]
seconds = 5

[[variants]]
name = "wide"
inputs = { x = "ramp(3, 4)" }

[[rules]]
must_not_call = "clone"
says = "No copies"

[[checks]]
observe = "model"
aspects = ["trainable"]
says = { en = "Nothing trains", zh = "没有可训练的参数" }

[[checks]]
observe = "y"
shares_with = "x"
tolerance = { relative = 1e-5, absolute = 1e-6 }

[[mistakes]]
name = "typo"
feedback = { en = "The name is `requires_grad`.", zh = "名字是 `requires_grad`。" }
uses = ["require_grad"]
"""

FILES = {
    "pack.toml": """\
format = 1
id = "sample"
version = "0.1.0"
title = { en = "Sample", zh = "样例" }
lessons = ["views", "freezing"]
""",
    "README.md": "For authors.\n",
    "views/lesson.toml": """\
title = "Views"
summary = "One memory, many shapes."
items = [
    "card",
    "choice",
    "multiple",
    "shape",
    "number",
    "text",
    "order",
    "spot",
    "predict",
]
""",
    "views/card.md": CARD,
    "views/card.zh.md": CARD_ZH,
    "views/choice.md": CHOICE,
    "views/choice.zh.md": CHOICE_ZH,
    "views/multiple.md": MULTIPLE,
    "views/shape.md": SHAPE,
    "views/number.md": NUMBER,
    "views/text.md": TEXT,
    "views/order.md": ORDER,
    "views/spot.md": SPOT,
    "views/predict.md": PREDICT,
    "freezing/lesson.toml": """\
title = "Freezing"
summary = "What still moves."
needs = ["views"]
items = ["typo"]
""",
    "freezing/typo/exercise.toml": EXERCISE,
    "freezing/typo/prompt.md": "Freeze `model`.\n",
    "freezing/typo/prompt.zh.md": "冻结 `model`。\n",
    "freezing/typo/hints.md": "Look at the name.\n\n---\n\nIs there an s?\n",
    "freezing/typo/hints.zh.md": "看名字。\n\n---\n\n有 s 吗？\n",
    "freezing/typo/explanation.md": "Python creates any attribute.\n",
    "freezing/typo/given.py": "import torch\nmodel = torch.nn.Linear(4, 2)\n",
    "freezing/typo/probe.py": "y = model(x)\n",
    "freezing/typo/starter.py": "for p in\n",
    "freezing/typo/solution.py": "model.requires_grad_(False)\n",
    "freezing/typo/mistakes/typo.py": "model.require_grad = False\n",
    "freezing/typo/alternatives/loop.py": "for p in model.parameters():\n    p.requires_grad = False\n",
}


class PackFolder:
    """A pack's folder on disk, to change and read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file as it stands, without changing line ends."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, path: str, old: str, new: str) -> None:
        """Replace the first occurrence of a piece of a file that must be there."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def delete(self, path: str) -> None:
        """Remove a file."""
        (self.root / path).unlink()

    def read(self) -> PackReading:
        """Read the pack."""
        return read_pack(self.root)

    def problems(self) -> list[str]:
        """Return what is wrong with the pack, as its author reads it."""
        return [str(problem) for problem in self.read().problems]

    def find(self, item: str) -> Item | None:
        """Return an item by lesson and slug."""
        return self.read().pack.find(f"sample/{item}")

    def card(self, item: str) -> Card:
        """Return a card by lesson and slug."""
        found = self.find(item)
        assert isinstance(found, Card)
        return found

    def question(self, item: str) -> Question:
        """Return a question by lesson and slug."""
        found = self.find(item)
        assert isinstance(found, Question)
        return found

    def exercise(self, item: str) -> Exercise:
        """Return an exercise by lesson and slug."""
        found = self.find(item)
        assert isinstance(found, Exercise)
        return found
