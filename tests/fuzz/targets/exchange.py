"""What is brought into a pack: notebooks, GIFT and CSV. What becomes of it is a pack that reads without a problem."""

from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.classroom.exchange.importing import import_files
from quizapp.classroom.exchange.to_notebooks import notebooks_of
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from quizapp.wording import Wording
from tests.classroom.exchange.sample import FLIP, PACK, checks, code, prose, solution, write_notebook
from tests.fuzz.saying import demand_names, demand_said
from tests.fuzz.target import Read, Target
from tests.fuzz.targets.packs import example

_GIFT = r"""
$CATEGORY: Shapes/Views

::Copies:: Does `view` copy? {~Yes#It shares. =No#Right. ####A view never copies.}

// a comment
::Truth:: [html]<p>It is <b>so</b> &amp; more.</p> {F#Wrong.#Yes.}

The method {=view =%50%reshape} gives a new shape.

How many? {#=3.14:0.01#Right. =%50%1..5}

[markdown]Which two? {~%50%one ~%50%two ~%-100%three \= \{ \}}

Match. {=a -> b =c -> d}

Write. {}
"""
_CSV = """kind,prompt,answer,answer,wrong,why,explanation,title,lesson,slug,code,tolerance
choice,Which?,one,,two,No.,Because.,Title,Lesson,slug-1,,
number,How much?,3.14,,,,,,,,,0.01
order,Sort,x = 1,y = x,,,,,,,,
"true-false","It is
so",true,,,,,,,,,
spot,Where?,2,,,,,,,,"x = 1
y = z",
shape,Its shape?,"(2, 3)",,,,,,,,,
"""


def notebook_seeds() -> tuple[bytes, ...]:
    """Return a notebook with several exercises, and what our own export makes of the example."""
    with TemporaryDirectory() as name:
        own = write_notebook(
            Path(name) / "own.ipynb",
            *FLIP,
            prose("## Grow\n\nWrite `net`. $x^2$ ![a](b.png)"),
            solution("import torch\nnet = torch.nn.Linear(2, 3)", "net"),
            checks("assert net.weight.requires_grad\nassert [p.shape for p in net.parameters()] == [(3, 2), (3,)]"),
            code("%matplotlib inline\nprint(net)"),
            solution("x = torch.zeros(2)\nx += 1", "steps"),
            checks("assert x[0] == 1\nassert isinstance(x, torch.Tensor)\nassert abs(x.sum() - 2) < 1e-6", 3),
        ).read_bytes()
    return own, *exported_notebooks()


def exported_notebooks() -> tuple[bytes, ...]:
    """Return the example's exercises as our own export writes them."""
    files = notebooks_of(example(), Wording("en")).files
    return tuple(text.encode() for path, text in files.items() if path.endswith(".ipynb"))


def gift_seeds() -> tuple[bytes, ...]:
    """Return a list with each kind of question, also as Windows writes it."""
    return _GIFT.encode(), _GIFT.replace("\n", "\r\n").encode("utf-16"), "::题:: 是吗？ {T}\n".encode("gbk")


def csv_seeds() -> tuple[bytes, ...]:
    """Return a table with several kinds of question, also as a German Excel writes it."""
    return _CSV.encode(), b"\xef\xbb\xbfkind;prompt;answer\r\ntext;Was?;das\r\n", b"prompt\tanswer\nwhat\tthat\n"


def _reader(ending: str) -> Read:
    def read(data: bytes, place: Path) -> None:
        path, root = place / f"brought in{ending}", place / "pack"
        path.write_bytes(data)
        root.mkdir()
        (root / "pack.toml").write_text(PACK, encoding="utf-8")
        try:
            imported = import_files([path], read_pack(root).pack, lesson=None, replace=False)
        except PackError as error:
            demand_names(error, path)
            return
        for problem in imported.problems:
            demand_said(problem.says)
            demand_names(problem, path)
        assert read_pack(root).problems == ()
        assert {path.name, root.name} == {each.name for each in place.iterdir()}

    return read


TARGETS = (
    Target(name="notebook", seeds=notebook_seeds, read=_reader(".ipynb")),
    Target(name="gift", seeds=gift_seeds, read=_reader(".gift"), largest=1 << 13),
    Target(name="csv", seeds=csv_seeds, read=_reader(".csv"), largest=1 << 12),
)
