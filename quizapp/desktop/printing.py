"""Writes pages as PDF, without a window and without a display."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from quizapp.classroom.exchange.printed import Answers, Printed, print_pack
from quizapp.classroom.exchange.to_html import PAPER
from quizapp.desktop.fonts import CHINESE_FAMILIES
from quizapp.desktop.widgets.card_pictures import formula_picture, load_picture, picture_size
from quizapp.markdown.style import style_sheet
from quizapp.message import SaysError, message
from quizapp.packs.model import Pack
from quizapp.wording.speech import Wording

_DOTS: Final = 96
"""Of an inch: one of the document's pixels is one of the paper's; letters and lines stay drawings, whatever this is."""

_MARGIN_MM: Final = 18.0
_FOOT: Final = 24.0
_SLACK: Final = 6.0
_SHARPNESS: Final = 3.0
"""Pixels of a formula or picture for each of the document's."""


def write_pdf(pack: Pack, wording: Wording, answers: Answers, out: Path) -> None:
    """Write a pack as a PDF file.

    Raises:
        SaysError: if the file can't be written.
    """
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        application = QGuiApplication([])
        _write(print_pack(pack, wording, PAPER, answers), out)
        application.shutdown()
    else:
        _write(print_pack(pack, wording, PAPER, answers), out)


def _write(printed: Printed, out: Path) -> None:
    writer = QPdfWriter(str(out))
    writer.setTitle(printed.title)
    writer.setCreator("quizapp")
    writer.setResolution(_DOTS)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    page = QSizeF(writer.width(), writer.height() - _FOOT)
    document = _Document(printed, page)
    painter = QPainter()
    if not painter.begin(writer):
        raise SaysError(message("{path} can't be written.", path=str(out)))
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        _draw_page(painter, document, page, number)
    painter.end()


def _draw_page(painter: QPainter, document: QTextDocument, page: QSizeF, number: int) -> None:
    painter.save()
    painter.translate(0, -number * page.height())
    document.drawContents(painter, QRectF(0, number * page.height(), page.width(), page.height()))
    painter.restore()
    foot = QRectF(0, page.height(), page.width(), _FOOT)
    painter.setFont(document.defaultFont())
    painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), str(number + 1))


class _Document(QTextDocument):
    """The pages; shows formulas and pictures by the addresses that stand in them."""

    def __init__(self, printed: Printed, page: QSizeF) -> None:
        super().__init__()
        self._printed = printed
        font = QFont()
        font.setFamilies(["Noto Sans", "Segoe UI", "DejaVu Sans", *CHINESE_FAMILIES, "sans-serif"])
        font.setPixelSize(round(PAPER.size))
        self.setDefaultFont(font)
        self.setUseDesignMetrics(True)
        self.setDocumentMargin(0)
        self.setDefaultStyleSheet(style_sheet(PAPER))
        self.setHtml(_with_sizes(printed).replace('class="page"', 'style="page-break-before:always"'))
        # On each page: what is drawn a little above its first line must not show at the foot of the page before.
        frame = self.rootFrame().frameFormat()
        frame.setTopMargin(_SLACK)
        frame.setBottomMargin(_SLACK)
        self.rootFrame().setFrameFormat(frame)
        self.setPageSize(page)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a formula or a picture, drawn as large as it stands on the page."""
        address = name.toString() if isinstance(name, QUrl) else name
        if (placed := self._printed.formulas.get(address)) is not None:
            return formula_picture(placed, _SHARPNESS)
        if (path := self._printed.pictures.get(address)) is not None:
            return load_picture(path, _shown_size(path)[0], _SHARPNESS)
        return super().loadResource(kind, name)


def _with_sizes(printed: Printed) -> str:
    """Return the body with the sizes of its pictures; laying it out gave each the whole width."""
    body = printed.body
    for address, path in printed.pictures.items():
        width, height = _shown_size(path)
        whole = f'src="{address}" width="{round(PAPER.width)}" height="{round(PAPER.width)}"'
        body = body.replace(whole, f'src="{address}" width="{round(width)}" height="{round(height)}"')
    return body


def _shown_size(path: Path) -> tuple[float, float]:
    width, height = picture_size(path) or (1.0, 1.0)
    scale = min(1.0, PAPER.width / width)
    return width * scale, height * scale
