"""Shows Markdown as a card: text, code, formulas, pictures of the pack. Needs no web engine."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QToolTip, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import CHINESE_FAMILIES, code_families
from quizapp.desktop.widgets.card_grounds import Grounds, trim_end
from quizapp.desktop.widgets.card_pictures import find_picture, formula_picture, load_picture, picture_size
from quizapp.desktop.widgets.card_text import selected_text
from quizapp.markdown import PageStyle, Rendered, plain_text, render
from quizapp.markdown.html import is_safe_link

_LINE_GAP = 0.38
"""Between lines, as a share of the text's size."""

_SCROLLING_KEYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class CardView(QTextBrowser):
    """A Markdown text in the look of the app; renders it again when look, language or zoom change.

    It shows pictures from inside the text's pack only and offers https links only.
    """

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        fits_content: bool = False,
        interactive: bool = True,
        text_scale: float = 1.0,
    ) -> None:
        """Make an empty view.

        Args:
            appearance: its colours and its language.
            parent: the widget that it stands in.
            fits_content: be as high as the text instead of scrolling.
            interactive: the text can be focused, selected and its links followed; else clicks fall through.
            text_scale: size of the text, as a multiple of the app's font.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._text, self._folder, self._within = "", None, None  # type: str, Path | None, Path | None
        self._rendered: Rendered | None = None
        self._grounds: Grounds | None = None
        self._rendered_width = -1
        self._text_scale = text_scale
        self._shows_focus = False
        self._fits_content = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setCursorWidth(0)
        self._allow(interactive=interactive)
        self.anchorClicked.connect(self._open_link)
        self.highlighted.connect(self._show_address)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.fits_content = fits_content
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _allow(self, *, interactive: bool) -> None:
        flag = Qt.TextInteractionFlag
        if interactive:
            self.setTextInteractionFlags(flag.TextBrowserInteraction | flag.TextSelectableByKeyboard)
            return
        self.setTextInteractionFlags(flag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def fits_content(self) -> bool:
        """Whether the view is as high as its text and never scrolls."""
        return self._fits_content

    @fits_content.setter
    def fits_content(self, fits: bool) -> None:
        self._fits_content = fits
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        vertical = QSizePolicy.Policy.Fixed if fits else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.document().setDocumentMargin(4 if fits else 20)
        if fits:
            self._fit()
        else:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16_777_215)

    def set_markdown(self, text: str, folder: Path | None = None, *, within: Path | None = None) -> None:
        """Show a text.

        Args:
            text: Markdown.
            folder: where its pictures lie; None means that it may show none.
            within: the folder that no picture may lie outside of (the pack's); None means `folder`.
        """
        self._text, self._folder, self._within = text, folder, within or folder
        self._render()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def markdown(self) -> str:
        """Return the text as it was set."""
        return self._text

    def plain_text(self) -> str:
        """Return what the text says, without marks."""
        return plain_text(self._text) if self._text else ""

    def _restyle(self) -> None:
        font = QFont(self.font())
        font.setFamilies([*dict.fromkeys((*font.families(), *CHINESE_FAMILIES))])
        font.setPixelSize(self._text_size())
        self.document().setDefaultFont(font)
        self.document().setIndentWidth(self._text_size() * 1.6)
        self._render()

    def _text_size(self) -> int:
        points = self.font().pointSizeF()
        pixels = points * self.logicalDpiY() / 72 if points > 0 else self.font().pixelSize()
        return round(pixels * self._text_scale)

    def _render(self) -> None:
        self._rendered_width = self._available_width()
        if not self._text:
            self._rendered = self._grounds = None
            self.document().clear()
            return
        style = self._style()
        rendered = render(self._text, style, self._picture_size)
        self._rendered = rendered
        document = self.document()
        document.setDefaultStyleSheet(rendered.style_sheet)
        document.setHtml(rendered.html)
        self._grounds = Grounds(document, line_gap=style.size * _LINE_GAP)
        if self._fits_content:
            trim_end(document)
        self.setAccessibleDescription(self.plain_text())
        self._fit()

    def _style(self) -> PageStyle:
        colours = self._appearance.colours
        return PageStyle(
            text=colours.text,
            muted=colours.muted,
            link=colours.accent,
            rule=colours.border,
            code_ground=colours.code_ground,
            code_style=colours.code_style,
            code_families=code_families(),
            size=self._text_size(),
            x_height=QFontMetrics(self.document().defaultFont()).xHeight(),
            width=self._rendered_width,
        )

    def _available_width(self) -> int:
        return max(round(self.viewport().width() - 2 * self.document().documentMargin()), 80)

    def _picture_size(self, source: str) -> tuple[float, float] | None:
        path = find_picture(source, self._folder, self._within)
        return picture_size(path) if path else None

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give the document a picture of the pack or a formula, and nothing else."""
        source, ratio = QUrl(name).toString(), self.devicePixelRatioF()
        if self._rendered is None or kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        if placed := self._rendered.formulas.get(source):
            return formula_picture(placed, ratio)
        path = find_picture(source, self._folder, self._within)
        size = picture_size(path) if path else None
        if path is None or size is None:
            return QImage()
        return load_picture(path, min(size[0], self._rendered_width), ratio)

    def _fit(self) -> None:
        if not self._fits_content:
            return
        size = self.document().size()
        too_wide = size.width() > self.viewport().width() + 1
        bar = self.horizontalScrollBar().sizeHint().height() if too_wide else 0
        self.setFixedHeight(max(round(size.height() + 0.5), 1) + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale pictures and wide formulas to the new width."""
        super().resizeEvent(event)
        if self._rendered and self._rendered.depends_on_width and self._available_width() != self._rendered_width:
            self._render()
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Draw pictures again where the screen is another."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._render()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds, then the text on them."""
        if self._grounds is not None:
            colours = self._appearance.colours
            painter = QPainter(self.viewport())
            painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            self._grounds.paint(
                painter, colours.colour("code_ground"), colours.colour("border"), colours.colour("raised")
            )
            painter.end()
        super().paintEvent(event)
        if self._shows_focus and self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._appearance.colours.colour("accent"), 1.5))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus if it came by the keyboard."""
        self._shows_focus = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what selects, copies, scrolls or follows a link; leave every other key to the page."""
        if self._is_own_key(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _is_own_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll):
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return bool(self.textCursor().charFormat().anchorHref())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return event.key() in (*_SCROLLING_KEYS, Qt.Key.Key_Left, Qt.Key.Key_Right)
        return event.key() in _SCROLLING_KEYS and not self._fits_content

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; a view that fits its content leaves that to what it stands in."""
        if self._fits_content:
            event.ignore()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say where a link leads before it is followed."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            address = self.anchorAt(event.pos())
            if address:
                QToolTip.showText(event.globalPos(), address, self)
            return True
        return super().viewportEvent(event)

    def _show_address(self, link: QUrl) -> None:
        if not link.isEmpty():
            below = self.cursorRect().bottomLeft() + QPoint(0, 8)
            at = below if self.hasFocus() and not self.underMouse() else self.mapFromGlobal(self.cursor().pos())
            QToolTip.showText(self.mapToGlobal(at), link.toString(), self)

    def _open_link(self, link: QUrl) -> None:
        if is_safe_link(link.toString()):
            QDesktopServices.openUrl(link)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text: code as it was written, formulas as TeX."""
        data = QMimeData()
        data.setText(selected_text(self.textCursor()))
        return data
