"""What a class hands in: files and folders of any name, code, notebooks and journals."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.classroom.grading.submissions.collecting import Class, collect
from quizapp.classroom.grading.submissions.handed_in import Code, HandedIn, Unusable, content_hash
from quizapp.classroom.grading.submissions.journals import Choice
from quizapp.judging.facts import facts_of
from quizapp.judging.rules import broken_rules
from quizapp.message import SaysError
from quizapp.packs.model import Exercise, Rule, RuleKind
from quizapp.sandbox.text import readable
from quizapp.study.data.exporting import export_lines
from quizapp.study.entries import Answered, Attempted
from quizapp.study.journal import Journal
from quizapp.study.model import Rating
from tests.fuzz.parts import joined, parted, write_inside
from tests.fuzz.saying import demand_said
from tests.fuzz.target import Target
from tests.fuzz.targets.exchange import exported_notebooks
from tests.fuzz.targets.packs import example
from tests.study.sample import NOON

_RULES = (
    Rule(kind=RuleKind.MUST_CALL, name="torch.nn.functional.relu"),
    Rule(kind=RuleKind.MUST_NOT_CALL, name="clone"),
)


def seeds() -> tuple[bytes, ...]:
    """Return a class that hands in files, folders, notebooks and a journal."""
    exercises = [item for item in example().items() if isinstance(item, Exercise)]
    notebook = exported_notebooks()[0]
    slug = exercises[0].id.rpartition("/")[2]
    of_files = [
        (f"ada/{slug}.py", exercises[0].solution.encode()),
        (f"bob__{exercises[1].id.rpartition('/')[2]}.py", exercises[1].solution.encode()),
        ("cy_1234_assignsubmission_file_/main.py", b"# quizapp: exercises/a-view\nx = 1\n"),
        ("dee_77_88_a-view.py", b"\xef\xbb\xbfy = x.view(2)\r\n"),
        ("eve/notes.txt", b"nothing"),
    ]
    return joined(of_files), joined([("fay/work.ipynb", notebook)]), joined([("gus/mine.jsonl", _journal())])


def _journal() -> bytes:
    with TemporaryDirectory() as name:
        path, out = Path(name) / "journal.sqlite", Path(name) / "mine.jsonl"
        with Journal(path) as journal:
            for number, entry in enumerate(_entries()):
                journal.append(entry, NOON + timedelta(minutes=number))
        export_lines(path, out, NOON)
        return out.read_bytes()


def _entries() -> Iterator[Attempted | Answered]:
    for item in example().items():
        if isinstance(item, Exercise):
            yield Attempted(
                item=item.id,
                code=item.solution,
                passed=True,
                ending="finished",
                mistake=None,
                seconds=9.0,
                hints=0,
                solution_shown=False,
                rating=Rating.GOOD,
            )
        else:
            yield Answered(item=item.id, answer="4, 2", right=False, seconds=12.0, rating=Rating.AGAIN)


def collect_all(data: bytes, place: Path) -> None:
    """Collect what was handed in; whatever it is, it is a row."""
    write_inside(place / "class", parted(data))
    items = example().items()
    before = sorted(place.rglob("*"))
    try:
        for handed_in in collect(Class(folder=place / "class", items=items, of_pack=items, choice=Choice.BEST)):
            _look_at(handed_in)
    except SaysError as error:
        demand_said(error.says)
    assert before == sorted(place.rglob("*"))


def _look_at(handed_in: HandedIn) -> None:
    for shown in (handed_in.student.label, handed_in.source):
        assert shown == readable(shown), shown
        shown.encode()
    if isinstance(handed_in.work, Unusable):
        demand_said(handed_in.work.says)
        return
    content_hash(handed_in.work)
    if isinstance(handed_in.work, Code):
        # What is done with code outside the sandbox.
        broken_rules(_RULES, handed_in.work.text)
        facts_of(handed_in.work.text)


TARGETS = (Target(name="submissions", seeds=seeds, read=collect_all),)
