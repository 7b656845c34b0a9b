"""What a rendered text looks like: colours and sizes, as plain values."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PageStyle:
    """Colours as #rrggbb; lengths in logical pixels.

    Attributes:
        code_style: name of a pygments style.
        code_families: fonts for code, the first one that exists is used.
        size: of the running text. x_height: of its small letters; formulas are drawn to match.
        width: what there is for the text; wider pictures and formulas are scaled down to it.
    """

    text: str
    muted: str
    link: str
    rule: str
    code_ground: str
    code_style: str
    code_families: tuple[str, ...]
    size: float
    x_height: float
    width: float

    @property
    def code_size(self) -> int:
        """The size of code: a little smaller, monospaced letters look large beside running text."""
        return round(self.size * 0.9)

    @property
    def code_padding(self) -> int:
        """What stands between code and the edge of its ground."""
        return round(self.size * 0.85)


def style_sheet(style: PageStyle) -> str:
    """Return the CSS that QTextDocument understands for this style."""
    families = ", ".join(f"'{family}'" for family in style.code_families)
    size = style.size
    return f"""
        body {{ color: {style.text}; }}
        p {{ margin-top: 0; margin-bottom: {size * 0.7:.0f}px; }}
        h1 {{ font-size: {size * 1.5:.0f}px; font-weight: 600; margin-top: 0; margin-bottom: {size * 0.7:.0f}px; }}
        h2 {{ font-size: {size * 1.25:.0f}px; font-weight: 600; margin-top: {size:.0f}px;
            margin-bottom: {size / 2:.0f}px; }}
        h3, h4, h5, h6 {{ font-size: {size * 1.08:.0f}px; font-weight: 600; margin-top: {size * 0.8:.0f}px;
            margin-bottom: {size * 0.4:.0f}px; }}
        ul, ol {{ margin-top: 0; margin-bottom: {size * 0.7:.0f}px; }}
        li {{ margin-bottom: {size * 0.3:.0f}px; }}
        a {{ color: {style.link}; text-decoration: underline; }}
        code, pre {{ font-family: {families}; font-size: {style.code_size}px; }}
        pre {{ margin: 0; white-space: pre-wrap; }}
        .muted {{ color: {style.muted}; }}
        table.data {{ border-collapse: collapse; }}
        table.data td, table.data th {{ border-bottom: 1px solid {style.rule};
            padding: {size * 0.35:.0f}px {size * 0.9:.0f}px {size * 0.35:.0f}px {size * 0.35:.0f}px; }}
        table.data th {{ color: {style.muted}; font-weight: 600; }}
    """
