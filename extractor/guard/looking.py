"""What happens in a worker process for a page that people review a plan on: text with places, pictures of pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.garbage import collected_seldom
from extractor.guard.worker import at_work
from extractor.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from extractor.printed import Picture, Printed


@dataclass(frozen=True, slots=True)
class Looked:
    """A document as it stands, and the plan in it."""

    json: bytes  # the plan; empty where it was not asked for
    sha256: str
    pages: int | None  # None for text without pages
    lines: list[Printed]  # of a document with pages
    text: str  # of a document without


@collected_seldom()
def look(
    path: str,
    name: str,
    seconds: float,
    settings: Settings = DEFAULT,
    plan: bool = True,
    scans: int | None = None,
) -> Looked:
    """Read a document once, for its plan and for people; arguments and errors are those of `worker.extract`."""
    from extractor.emit.jsonfile import dumps
    from extractor.pipeline import plan_in
    from extractor.read import read_document
    from extractor.read.printed_lines import printed_lines

    with at_work(name, seconds, scans):
        document = read_document(Path(path), settings)
        lines = printed_lines(document) if document.has_pages else []
        return Looked(
            dumps(plan_in(document, name, settings=settings)).encode("utf-8") if plan else b"",
            document.sha256,
            len(document.pages) if document.has_pages else None,
            lines,
            "" if document.has_pages else document.text,
        )


def draw(path: str, name: str, seconds: float, first: int, last: int) -> list[Picture]:
    """Return the pictures of some pages of a PDF, see `draw_pages`."""
    from extractor.read.pdf_pictures import draw_pages

    with at_work(name, seconds):
        return draw_pages(Path(path).read_bytes(), first, last)
