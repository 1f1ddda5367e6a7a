"""Lays out a described plan as PDF pages, the way an office program would.

A description is a TOML file read into a dict: `[document]`, `[style]`, `[page]` with the left, middle and
right part of the running header and footer, an optional `[cover]`, and the blocks (see `pdf_blocks`).

The document is laid out twice. The first pass finds out on which page each heading lands and how many pages
there are; the second writes these numbers into the table of contents and the footers. Nothing depends on the
clock, on fonts that happen to be installed or on the compression library, so the bytes are always the same.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.pagesizes import A4, landscape  # type: ignore[import-untyped]
from reportlab.lib.units import mm  # type: ignore[import-untyped]
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate  # type: ignore[import-untyped]

from samples.pdf_blocks import MARGIN, Blocks, Description

FURNITURE = 13 * mm  # from the paper's edge to the line of a running header or footer
NOTE_SIZE = 8.0  # points


@dataclass
class Seen:
    """What one pass found out for the next."""

    pages: dict[str, int] = field(default_factory=dict)  # heading → page it stands on
    notes: dict[int, list[str]] = field(default_factory=dict)  # page → its footnotes
    total: int = 0


def pdf_bytes(description: Description) -> bytes:
    """Return the described document as PDF."""
    _, seen = _Pass(description, Seen()).render()
    data, _ = _Pass(description, seen).render()
    return data


class _Pass:
    """One pass over a description, knowing what the pass before saw."""

    def __init__(self, description: Description, before: Seen) -> None:
        self.description = description
        self.before = before
        self.seen = Seen()
        self.blocks = Blocks(description, before.pages)

    def render(self) -> tuple[bytes, Seen]:
        """Return the PDF, and what was seen on the way."""
        buffer = io.BytesIO()
        about = self.description["document"]
        document = BaseDocTemplate(
            buffer, pagesize=A4, invariant=1, pageCompression=0, title=about["title"], author=about["author"]
        )
        first = ["cover"] if "cover" in self.description else []
        document.addPageTemplates(
            [self._template(name) for name in [*first, "portrait", "landscape", "sideways"]]
        )
        document.afterFlowable = lambda flowable: self._remember(document, flowable)
        document.build(self.blocks.story())
        self.seen.total = document.page
        return buffer.getvalue(), self.seen

    def _template(self, name: str) -> Any:
        size = landscape(A4) if name in {"landscape", "sideways"} else A4
        frame = Frame(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2 * MARGIN, 0, 0, 0, 0, id=name)
        end = self._emblem if name == "cover" else self._furniture
        if name == "sideways":
            return PageTemplate(name, [frame], pagesize=A4, onPage=self._lay_down, onPageEnd=self._set_up)
        return PageTemplate(name, [frame], pagesize=size, onPageEnd=end)

    def _lay_down(self, canvas: Any, document: Any) -> None:
        """Turn what follows on the page, which stays upright itself, a quarter against the clock."""
        canvas.saveState()
        canvas.translate(A4[0], 0)
        canvas.rotate(90)

    def _set_up(self, canvas: Any, document: Any) -> None:
        """Turn back, and draw header and footer upright."""
        canvas.restoreState()
        self._furniture(canvas, document)

    def _remember(self, document: Any, flowable: Any) -> None:
        """Note down where a heading or a footnote mark came to stand."""
        if heading := getattr(flowable, "heading", None):
            text, level = heading
            self.seen.pages[text] = document.page
            if self.description["style"].get("bookmarks"):
                document.canv.bookmarkPage(text)
                document.canv.addOutlineEntry(text, text, level - 1)
        if note := getattr(flowable, "note", None):
            self.seen.notes.setdefault(document.page, []).append(note)

    def _furniture(self, canvas: Any, document: Any) -> None:
        """Draw running header and footer, and the footnotes above the footer."""
        width, height = document.pageTemplate.pagesize
        page = self.description["page"]
        numbers = {"page": document.page, "pages": self.before.total}
        canvas.setFont(self.blocks.regular, 8.5)
        for key, y in (("header", height - FURNITURE), ("footer", FURNITURE)):
            left, middle, right = (part.format(**numbers) for part in page[key])
            canvas.drawString(MARGIN, y, left)
            canvas.drawCentredString(width / 2, y, middle)
            canvas.drawRightString(width - MARGIN, y, right)
        if page.get("line"):
            canvas.line(MARGIN, height - FURNITURE - 4, width - MARGIN, height - FURNITURE - 4)
        self._footnotes(canvas, self.seen.notes.get(document.page, []))

    def _footnotes(self, canvas: Any, notes: list[str]) -> None:
        if not notes:
            return
        top = MARGIN - 2
        canvas.line(MARGIN, top, MARGIN + 50 * mm, top)
        canvas.setFont(self.blocks.regular, NOTE_SIZE)
        for i, note in enumerate(notes, start=1):
            canvas.drawString(MARGIN, top - i * NOTE_SIZE * 1.2, note)

    def _emblem(self, canvas: Any, document: Any) -> None:
        """Draw a shield on the cover, where a kommune has its coat of arms."""
        width, height = document.pageTemplate.pagesize
        x, y = width / 2, height - 40 * mm
        path = canvas.beginPath()
        path.moveTo(x - 22, y + 26)
        path.lineTo(x + 22, y + 26)
        path.lineTo(x + 22, y - 8)
        path.curveTo(x + 22, y - 24, x + 8, y - 28, x, y - 34)
        path.curveTo(x - 8, y - 28, x - 22, y - 24, x - 22, y - 8)
        path.close()
        canvas.setFillColor(self.blocks.colour)
        canvas.drawPath(path, stroke=0, fill=1)
