"""Tells names of students from those that folders and files of one student usually have: `homework 3`, `old`, `cut`."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from quizapp.classroom.grading.submissions.naming import as_words
from quizapp.packs.model import Exercise, Item

_DATE: Final = re.compile(r"20\d\d[-_.]\d\d?[-_.]\d\d?")
_SHORT_NUMBER: Final = re.compile(r"\d{1,3}$")  # a longer one may be a student's
_CHINESE: Final = re.compile(
    r"(?:第[\d一二三四五六七八九十]+[周课次题章节版]?|作业|练习|习题|实验|课程|提交|代码|备份|副本|最终|草稿|解答|答案|"
    r"我的|旧的?|新的?|版本|文件夹|单元)+[\d一二三四五六七八九十]*"
)
_USUAL: Final = """
    a an and the of for in on to my mine own one two three four five first second third last new old older latest
    homework home work hw assignment assignments assign exercise exercises ex task tasks problem problems question
    questions quiz quizzes quizapp answer answers solution solutions sol submission submissions submit submitted
    handin hand attempt attempts try tries final draft drafts backup backups bak copy version versions v rev revision
    fixed fix redo resubmission late day week month unit units lesson lessons chapter chapters module modules part parts
    section sections session sessions lab labs practical project projects course class group sheet set
    src source sources code codes python py notebook notebooks ipynb script scripts file files folder folders
    doc docs data dataset test tests tmp temp misc other others stuff archive extracted unzipped zip download downloads
    desktop laptop pc journal journals export starter template given torch pytorch
"""
"""Words that stand in the names of one student's folders and files."""


class UsualNames:
    """The words that make no student's name: general ones, and those by which a pack calls its items."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = tuple(items)
        self._words = frozenset(_USUAL.split()).union(*(_words(text) for text in _titles(self._items)))
        self._names = {as_words(part) for item in self._items for part in item.id.split("/")[1:]}

    def unusual(self, name: str) -> str:
        """Return what of a name may be a student's, "" if nothing is."""
        return " ".join(word for word in _words(name) if not self._is_usual(word))

    def is_item(self, name: str) -> bool:
        """Tell whether something is called just as a lesson or an item of the pack is."""
        return as_words(name) in self._names

    def names_exercise(self, name: str) -> bool:
        """Tell whether an exercise stands in a name, maybe beside other words."""
        words = as_words(name)
        slugs = (item.id.rpartition("/")[2] for item in self._items if isinstance(item, Exercise))
        return any(as_words(slug) in words for slug in slugs)

    def _is_usual(self, word: str) -> bool:
        bare = _SHORT_NUMBER.sub("", word)
        return not bare or word in self._words or bare in self._words or _CHINESE.fullmatch(word) is not None


def _titles(items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield item.id
        yield from item.title.by_language.values()


def _words(text: str) -> list[str]:
    return [word for word in as_words(_DATE.sub(" ", text)).split("-") if word]
