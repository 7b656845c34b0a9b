"""The files of a new pack, which its author changes into their own: by language, by path. `{…}` is filled in."""

from typing import Final

Files = dict[str, str]

_PACK: Final = """\
format = 1
id = {id}
version = "0.1.0"
title = {title}
language = {language}
authors = {authors}
licence = {licence}
lessons = ["freezing"]

[concepts]
requires-grad = {concept}
"""

_GIVEN: Final = """\
import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 3), nn.Tanh(), nn.Linear(3, 2))
"""

_PROBE: Final = """\
model(torch.ones(1, 4)).sum().backward()
"""

_SOLUTION: Final = """\
model[0].requires_grad_(False)
"""

_MISTAKE: Final = """\
model.requires_grad_(False)
"""

_ALTERNATIVE: Final = """\
for parameter in model[0].parameters():
    parameter.requires_grad = False
"""

_EXERCISE: Final = """\
title = "{title}"
concepts = ["requires-grad"]

[[checks]]
observe = "model"
aspects = ["trainable"]
says = "{trainable}"

[[checks]]
observe = "model"
aspects = ["gradient_state"]
says = "{gradient}"

[[mistakes]]
name = "everything"
feedback = "{feedback}"
concept = "requires-grad"
"""

_QUESTION: Final = """\
+++
kind = "predict"
answers = ["False"]
concepts = ["requires-grad"]
+++
{prompt}

```python run
import torch

t = torch.zeros(3)
print(t.requires_grad)
```

---

{explanation}
"""

_ENGLISH: Final[Files] = {
    "README.md": """\
# {name}

Change the files, then:

    quizapp pack record .     runs the solutions and stores what they leave behind
    quizapp pack verify .     right answers pass, wrong ones fail with their own feedback
    quizapp pack install .    puts the pack into your own app
    quizapp pack build .      makes one file of it, to hand out
""",
    "freezing/lesson.toml": """\
title = "Freezing"
summary = "Which parameters still learn."
items = ["what-requires-grad-means", "a-plain-tensor", "freeze-the-first-layer"]
""",
    "freezing/what-requires-grad-means.md": """\
+++
concepts = ["requires-grad"]
+++
What does `requires_grad` say about a tensor?

---

Whether autograd follows what is computed with it: only then does `backward()` put a gradient into its `grad`.
""",
    "freezing/a-plain-tensor.md": _QUESTION.replace("{prompt}", "What is printed?").replace(
        "{explanation}", "A tensor that you make yourself needs no gradient; a layer’s parameters do."
    ),
    "freezing/freeze-the-first-layer/exercise.toml": _EXERCISE.replace("{title}", "Freeze the first layer")
    .replace("{trainable}", "Only the last layer still learns")
    .replace("{gradient}", "Only the last layer gets a gradient")
    .replace(
        "{feedback}", "This freezes the whole model. Freeze `model[0]` only, so that the last layer still learns."
    ),
    "freezing/freeze-the-first-layer/prompt.md": """\
Freeze the first layer of `model`, so that only the last one still learns.
""",
    "freezing/freeze-the-first-layer/starter.py": "# Freeze model[0].\n",
    "freezing/freeze-the-first-layer/hints.md": """\
Each parameter has an attribute that says whether it needs a gradient.

---

A module’s `requires_grad_` sets it for all parameters in it. Which module is to be frozen?
""",
    "freezing/freeze-the-first-layer/explanation.md": """\
`requires_grad_(False)` goes through all parameters of a module. Called on `model[0]`, it leaves the others alone.
""",
}

_CHINESE: Final[Files] = {
    "README.md": """\
# {name}

改好文件之后：

    quizapp pack record .     运行参考答案，记录运行结果
    quizapp pack verify .     检查正确的答案能通过、错误的答案得到各自的反馈
    quizapp pack install .    装进自己的应用
    quizapp pack build .      打包成一个文件，发给别人
""",
    "freezing/lesson.toml": """\
title = "冻结参数"
summary = "哪些参数还在学习。"
items = ["what-requires-grad-means", "a-plain-tensor", "freeze-the-first-layer"]
""",
    "freezing/what-requires-grad-means.md": """\
+++
concepts = ["requires-grad"]
+++
张量的 `requires_grad` 说明什么？

---

说明 autograd 是否跟踪用它做的计算：只有为 True 时，`backward()` 才会把梯度放进它的 `grad`。
""",
    "freezing/a-plain-tensor.md": _QUESTION.replace("{prompt}", "会打印什么？").replace(
        "{explanation}", "自己创建的张量默认不需要梯度；层的参数才需要。"
    ),
    "freezing/freeze-the-first-layer/exercise.toml": _EXERCISE.replace("{title}", "冻结第一层")
    .replace("{trainable}", "只有最后一层还在学习")
    .replace("{gradient}", "只有最后一层得到梯度")
    .replace("{feedback}", "这样冻结了整个模型。只冻结 `model[0]`，最后一层才能继续学习。"),
    "freezing/freeze-the-first-layer/prompt.md": "冻结 `model` 的第一层，让只有最后一层继续学习。\n",
    "freezing/freeze-the-first-layer/starter.py": "# 冻结 model[0]。\n",
    "freezing/freeze-the-first-layer/hints.md": """\
每个参数都有一个属性，表示它是否需要梯度。

---

模块的 `requires_grad_` 会设置其中所有参数。该冻结哪个模块？
""",
    "freezing/freeze-the-first-layer/explanation.md": """\
`requires_grad_(False)` 会作用于模块的所有参数。只在 `model[0]` 上调用，其他层就不受影响。
""",
}

_CODE: Final[Files] = {
    "pack.toml": _PACK,
    "freezing/freeze-the-first-layer/given.py": _GIVEN,
    "freezing/freeze-the-first-layer/probe.py": _PROBE,
    "freezing/freeze-the-first-layer/solution.py": _SOLUTION,
    "freezing/freeze-the-first-layer/mistakes/everything.py": _MISTAKE,
    "freezing/freeze-the-first-layer/alternatives/loop.py": _ALTERNATIVE,
}

FILES: Final[dict[str, Files]] = {"en": {**_CODE, **_ENGLISH}, "zh": {**_CODE, **_CHINESE}}
"""The files by language; another one gets the English texts to translate."""

CONCEPT: Final = {"en": "requires_grad", "zh": "requires_grad"}
"""Title of the concept that the items name."""
