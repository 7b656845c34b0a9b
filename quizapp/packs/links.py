"""Links and images in Markdown: they stay inside the pack, and a link may also lead to an https address."""

import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from quizapp.message import Message, message
from quizapp.packs.files import Kind, PackFiles, Source
from quizapp.packs.markdown import fenced_lines, fences
from quizapp.packs.problems import LONGEST_FOUND, PackError

LONGEST_LINE = 20_000
"""Characters of a line up to which code and formulas in it are left alone."""

_NOT_PROSE = re.compile(r"(?<!`)(`+)(?!`)[^\n]+?(?<!`)\1(?!`)|(?<![\\$])\$\$?(?![\s$])[^$\n]+(?<!\s)\$")
_SIGN = re.compile(r"\\.|!?\[|\]\(\s*(<[^<>]*>|[^\s)]*)|\]")
_REFERENCE = re.compile(r" {0,3}\[[^\[\]]+\]:\s*(<[^<>]*>|\S+)")
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OTHER_ADDRESS = re.compile(r"(?!https://\S)(?:[A-Za-z][A-Za-z0-9+.-]*:\S|//)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def link_problems(source: Source, files: PackFiles) -> Iterator[PackError]:
    """Yield an error for each link or image of a Markdown text that leads nowhere or out of the pack."""
    if "[" not in source.text and "<" not in source.text:
        return
    lines = source.lines()
    inside = fenced_lines(fences(lines))
    folder = source.path.parent.as_posix()
    for index, line in enumerate(lines):
        if index in inside or ("[" not in line and "<" not in line):
            continue
        # Looking for the other end of a code span is quadratic in a hostile line.
        prose = _NOT_PROSE.sub("", line) if len(line) <= LONGEST_LINE else line
        for target, is_image in _targets(prose):
            says = image_fault(target, folder, files) if is_image else link_fault(target, folder, files)
            if says:
                yield source.problem(says, index + 1)


def link_fault(target: str, folder: str, files: PackFiles) -> Message | None:
    """Return why a link in a text of this folder is refused, or None."""
    address = _plain(target)
    if address.startswith("#") or (address.startswith("https:") and len(address) > len("https:")):
        return None
    if _SCHEME.match(address):
        return message('a link must begin with https:// or stay inside the pack, found "{target}"', target=_cut(target))
    path = _inside(address, folder)
    if path is None:
        return message('the link "{target}" leads out of the pack', target=_cut(target))
    if path and files.kind(path) not in (Kind.FILE, Kind.FOLDER):
        return message('the link "{target}" leads to a file that is not there', target=_cut(target))
    return None


def image_fault(target: str, folder: str, files: PackFiles) -> Message | None:
    """Return why an image in a text of this folder is refused, or None."""
    address = _plain(target)
    path = None if _SCHEME.match(address) else _inside(address, folder)
    if path is None:
        return message(
            'an image must be a file inside the pack, found "{target}"; put it beside the text', target=_cut(target)
        )
    if files.kind(path) is not Kind.FILE:
        return message('the image "{target}" is not there', target=_cut(target))
    return None


def source_fault(source: str) -> Message | None:
    """Return why an item's `source` is refused, or None; a book or a lecture in words is a source too."""
    if source.strip() and not _OTHER_ADDRESS.match(source.strip()):
        return None
    return message('expected an address that begins with https://, found "{target}"', target=_cut(source))


def _targets(line: str) -> Iterator[tuple[str, bool]]:
    """Yield what each link or image of a line leads to, and whether it is an image."""
    if reference := _REFERENCE.match(line):
        yield reference[1], False
    for address in _ADDRESS.findall(line):
        yield address, False
    is_image: list[bool] = []
    for sign in _SIGN.finditer(line):
        if sign[0].endswith("[") and not sign[0].startswith("\\"):
            is_image.append(sign[0].startswith("!"))
        elif sign[0].startswith("]"):
            image = is_image.pop() if is_image else None
            if sign[1] is not None and image is not None:
                yield sign[1], image


def _plain(target: str) -> str:
    """Return a target as a viewer reads it: without brackets, escapes and entities."""
    return html.unescape(_ESCAPED.sub(r"\1", target.removeprefix("<").removesuffix(">"))).strip()


def _inside(address: str, folder: str) -> str | None:
    """Return the path in the pack that a relative address in a folder means, or None if it is outside."""
    relative = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
    if "\\" in relative or PurePosixPath(relative).is_absolute() or _SCHEME.match(relative):
        return None
    path = posixpath.normpath(posixpath.join(folder, relative))
    if path == ".." or path.startswith("../"):
        return None
    return "" if path == "." else path


def _cut(target: str) -> str:
    return target if len(target) <= LONGEST_FOUND else target[:LONGEST_FOUND] + "…"
