"""A pack as one HTML file to print or to read: nothing in it comes from elsewhere."""

import re
from base64 import b64encode
from html import escape
from typing import Final

from quizapp.classroom.exchange.pictures import picture_of
from quizapp.classroom.exchange.printed import Answers, Printed, print_pack
from quizapp.markdown import PageStyle, PlacedFormula
from quizapp.markdown.formulas import MARGIN
from quizapp.markdown.style import style_sheet
from quizapp.packs.model import Pack
from quizapp.wording.speech import Wording

PAPER: Final = PageStyle(
    text="#000000",
    muted="#555555",
    link="#0645ad",
    rule="#bbbbbb",
    code_ground="#f4f4f4",
    code_style="default",
    code_families=("DejaVu Sans Mono", "Consolas", "Menlo", "Noto Sans Mono CJK SC", "monospace"),
    size=14.0,
    x_height=7.4,
    width=640.0,
)
"""Black on white, as wide as the text of an A4 page."""

_IMAGE: Final = re.compile(r'<img src="([^"]+)" width="\d+" height="\d+" alt="([^"]*)"[^>]*>')
_STYLE: Final = """
    html { font-family: "Noto Sans", "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", sans-serif; }
    body { font-size: 14px; line-height: 1.45; max-width: 44em; margin: 2em auto; padding: 0 1em; }
    h1, h2, h3, h4 { break-after: avoid; }
    h3 { border-top: 1px solid #bbbbbb; padding-top: 0.8em; }
    img { max-width: 100%; }
    img.formula { max-width: none; }
    table { break-inside: avoid; }
    @page { margin: 18mm; }
    @media print {
        body { max-width: none; margin: 0; padding: 0; font-size: 11pt; }
        .page { break-before: page; }
    }
"""


def html_of(pack: Pack, wording: Wording, answers: Answers) -> str:
    """Return the pack as one HTML file."""
    printed = print_pack(pack, wording, PAPER, answers)
    body = _IMAGE.sub(lambda found: _image(printed, found[1], found[2]), printed.body)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(printed.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(printed.title)}</title>\n<style>{style_sheet(PAPER)}{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _image(printed: Printed, address: str, alt: str) -> str:
    if (placed := printed.formulas.get(address)) is not None:
        return _formula(placed, alt)
    path = printed.pictures.get(address)
    picture = None if path is None else picture_of(path)
    if picture is None:
        return f"[{alt}]"
    return f'<img src="data:{picture.kind};base64,{picture.data}" alt="{alt}">'


def _formula(placed: PlacedFormula, alt: str) -> str:
    """Return a formula that stands on the line as its text does."""
    formula = placed.formula
    margin = 2 * MARGIN
    width = (formula.width + margin) * placed.scale
    height = (formula.ascent + formula.descent + margin) * placed.scale
    below = (formula.descent + MARGIN) * placed.scale
    data = b64encode(formula.svg).decode()
    style = f"width:{width:.1f}px; height:{height:.1f}px; vertical-align:{-below:.1f}px"
    return f'<img class="formula" src="data:image/svg+xml;base64,{data}" alt="{alt}" style="{style}">'
