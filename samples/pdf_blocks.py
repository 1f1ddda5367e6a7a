"""Turns the blocks of a described plan into what reportlab lays out: paragraphs, lists, tables, contents.

Each `[[block]]` of a description has one first key that names its kind: `title` `h1` `h2` `h3` `p` `quote`
`ul` `box` `table` `toc` `page`. The other keys are options of that kind:

    p       tight (no space below), note (a footnote)
    table   widths (mm), rows, size, note, rules (false: columns without rules), cut (a row may be cut by the
            page break), repeat (false: no header on the next page). A row with one text is a band.
    toc     how many levels of headings
    page    "portrait", "landscape" or "sideways" (lying on an upright page), from here on

In texts, `**bold**` is bold, `^1^` a footnote mark, and a soft hyphen is where a word may break.
"""

from __future__ import annotations

import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY  # type: ignore[import-untyped]
from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
from reportlab.lib.units import mm  # type: ignore[import-untyped]
from reportlab.pdfbase.pdfmetrics import stringWidth  # type: ignore[import-untyped]
from reportlab.platypus import (  # type: ignore[import-untyped]
    CondPageBreak,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

Description = dict[str, Any]
Flowables = list[Any]

MARGIN = 24 * mm
HEADING_ROOM = 25 * mm  # a heading with less room below it moves to the next page
FAMILIES = {
    "Helvetica": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "Times": ("Times-Roman", "Times-Bold", "Times-Italic"),
}
HEADINGS = {"h1": 1.45, "h2": 1.2, "h3": 1.05}  # size against the body text


class Blocks:
    """The blocks of one description, with its styles.

    `pages` tells on which page each heading stands, for the table of contents.
    """

    def __init__(self, description: Description, pages: dict[str, int]) -> None:
        style = description["style"]
        self.description = description
        self.pages = pages
        self.regular, self.bold, self.italic = FAMILIES[style["font"]]
        self.size: float = style.get("size", 10.5)
        self.colour = HexColor(style.get("colour", "#000000"))
        self.fill = HexColor(style.get("fill", "#d9d9d9"))
        self.bullet: str = style.get("bullet", "•")
        self.body = self._style(self.regular, self.size, alignment=TA_JUSTIFY if style.get("justify") else 0)
        self.width: float = A4[0] - 2 * MARGIN

    def story(self) -> Flowables:
        """Return the whole document in reading order."""
        flowables = self._cover()
        for block in self.description["block"]:
            kind = next(iter(block))
            name = "_heading" if kind in HEADINGS else f"_{kind}"
            flowables += getattr(self, name)(block)
        return flowables

    def _style(self, font: str, size: float, *, after: float | None = None, **more: Any) -> Any:
        space = size * 0.6 if after is None else after
        return ParagraphStyle(
            font, fontName=font, fontSize=size, leading=size * 1.28, spaceAfter=space, **more
        )

    def _cover(self) -> Flowables:
        cover = self.description.get("cover")
        if cover is None:
            return []
        flowables: Flowables = [Spacer(1, cover["top"] * mm)]
        for line in cover["lines"]:
            font = self.bold if line.get("bold") else self.regular
            style = self._style(font, line["size"], alignment=TA_CENTER, after=line.get("after", 6) * mm)
            style.textColor = self.colour if line.get("bold") else HexColor("#000000")
            flowables.append(Paragraph(_markup(line["text"]), style))
        return [*flowables, NextPageTemplate("portrait"), PageBreak()]

    def _title(self, block: Description) -> Flowables:
        """The title of a plan without a cover."""
        style = self._style(self.bold, self.size * 1.8, alignment=TA_CENTER, textColor=self.colour)
        return [Paragraph(_markup(block["title"]), style)]

    def _heading(self, block: Description) -> Flowables:
        kind, text = next(iter(block.items()))
        size = self.size * HEADINGS[kind]
        style = self._style(self.bold, size, textColor=self.colour, after=self.size * 0.4)
        style.spaceBefore = self.size * (1.4 if kind == "h1" else 0.8)
        heading = Paragraph(_markup(text), style)
        heading.heading = (text, int(kind[1]))
        return [CondPageBreak(HEADING_ROOM), heading]

    def _p(self, block: Description) -> Flowables:
        style = self.body.clone("p", spaceAfter=0) if block.get("tight") else self.body
        paragraph = Paragraph(_markup(block["p"]), style)
        paragraph.note = block.get("note")
        return [paragraph]

    def _quote(self, block: Description) -> Flowables:
        style = self._style(self.italic, self.size * 1.15, alignment=TA_CENTER, spaceBefore=self.size * 0.5)
        return [Paragraph(_markup(block["quote"]), style)]

    def _ul(self, block: Description) -> Flowables:
        style = self._style(self.regular, self.size, leftIndent=16, bulletIndent=4, after=1.5)
        items = [Paragraph(_markup(text), style, bulletText=self.bullet) for text in block["ul"]]
        return [*items, Spacer(1, self.size * 0.3)]

    def _box(self, block: Description) -> Flowables:
        """Paragraphs in a frame with a tint: plans set their goals like this."""
        style = self._style(self.regular, self.size, after=2)
        table = Table([[Paragraph(_markup(text), style)] for text in block["box"]], colWidths=[self.width])
        ink = [("BOX", (0, 0), (-1, -1), 0.8, self.colour), ("BACKGROUND", (0, 0), (-1, -1), self.fill)]
        table.setStyle(TableStyle(ink))
        return [table, Spacer(1, self.size)]

    def _page(self, block: Description) -> Flowables:
        return [NextPageTemplate(block["page"]), PageBreak()]

    def _toc(self, block: Description) -> Flowables:
        headings = [(b[k], int(k[1])) for b in self.description["block"] for k in HEADINGS if k in b]
        return [self._toc_line(text, level) for text, level in headings if level <= block["toc"]]

    def _toc_line(self, text: str, level: int) -> Any:
        """One line of the contents, with as many dots as there is room for."""
        indent = 14.0 * (level - 1)
        page = str(self.pages.get(text, 0))
        room = self.width - indent - stringWidth(text + page, self.regular, self.size) - 4
        dots = "." * int(room / stringWidth(".", self.regular, self.size))
        return Paragraph(escape(text + dots + page), self._style(self.regular, self.size, leftIndent=indent))

    def _table(self, block: Description) -> Flowables:
        rows = [block["table"], *block["rows"]]
        table = Table(
            [self._row(row, block, header=i == 0) for i, row in enumerate(rows)],
            colWidths=[width * mm for width in block["widths"]],
            repeatRows=1 if block.get("repeat", True) else 0,
            splitByRow=0 if block.get("cut") else 1,
            splitInRow=1,
            hAlign="LEFT",
        )
        table.setStyle(TableStyle(self._rules(block, rows) if block.get("rules", True) else _padding(3)))
        table.note = block.get("note")
        return [table, Spacer(1, self.size)]

    def _row(self, row: list[str], block: Description, *, header: bool) -> Flowables:
        """The cells of one row; a band has one, and empty ones behind it."""
        columns = len(block["widths"])
        font = self.bold if header or len(row) == 1 < columns else self.regular
        style = self._style(font, block.get("size", self.size - 1.5), after=0)
        return [_cell(text, style) for text in row] + [""] * (columns - len(row))

    def _rules(self, block: Description, rows: list[list[str]]) -> Flowables:
        """The commands that draw rules, and tint the header and the bands."""
        grid = ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#555555"))
        ink = [*_padding(2), grid, ("BACKGROUND", (0, 0), (-1, 0), self.fill)]
        for i, row in enumerate(rows):
            if len(row) == 1 < len(block["widths"]):
                ink += [("SPAN", (0, i), (-1, i)), ("BACKGROUND", (0, i), (-1, i), HexColor("#eeeeee"))]
        return ink


def _padding(points: float) -> Flowables:
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), points),
        ("BOTTOMPADDING", (0, 0), (-1, -1), points),
    ]


def _cell(text: str, style: Any) -> Flowables:
    """The lines of a cell; those that begin with a dash or bullet are items of a list."""
    item = style.clone("item", leftIndent=9, bulletIndent=0)
    return [
        Paragraph(_markup(line[2:]), item, bulletText=line[0])
        if line.startswith(("- ", "• "))
        else Paragraph(_markup(line), style)
        for line in text.split("\n")
    ]


def _markup(text: str) -> str:
    """Turn `**bold**` and `^1^` into the markup that paragraphs take."""
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))
    return re.sub(r"\^(\d)\^", r"<super>\1</super>", text)
