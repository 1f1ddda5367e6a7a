"""Footnotes, taken out of the text that they interrupt.

A footnote stands at the foot of its page in smaller type than the body and begins with its number or a star. It
would otherwise come between the two halves of a sentence, or pass for an item of a list.
"""

from __future__ import annotations

import re
from collections import Counter

from extractor.document import LayoutDocument, Line, Page

SMALLER = 0.8  # points below the body size
LOWER_HALF = 0.5  # of the page: a footnote begins no higher
OPENS_NOTE = re.compile(r"(?:\d{1,2}(?!\d)|[*†‡]{1,3})[.)]?\s*[«\"(]?[^\W\d]")


def mark_notes(document: LayoutDocument) -> None:
    """Set `note` on the lines of footnotes; the document is changed in place."""
    sizes: Counter[float] = Counter()
    for page in document.pages:
        for line in _lines(page):
            if line.size is not None:
                sizes[line.size] += len(line.text.value)
    if sizes:
        body = sizes.most_common(1)[0][0]
        for page in document.pages:
            _mark_page(page, body)


def _lines(page: Page) -> list[Line]:
    return [block for block in page.blocks if isinstance(block, Line) and not block.furniture]


def _mark_page(page: Page, body: float) -> None:
    """Mark the small lines at the foot, from the first one that begins like a note."""
    foot = _foot(page, body)
    first = next((index for index, line in enumerate(foot) if OPENS_NOTE.match(line.text.value)), len(foot))
    for line in foot[first:]:
        line.note = True


def _foot(page: Page, body: float) -> list[Line]:
    """Return the small lines below the last body text of a page; none where the small type begins high up.

    A list of contents or an annex set in small type fills its page from the top: that is no note.
    """
    foot: list[Line] = []
    for block in reversed(page.blocks):
        if not isinstance(block, Line):
            return foot
        if block.furniture:
            continue
        if block.size is None or block.box is None or block.size > body - SMALLER:
            return foot
        if block.box.top < LOWER_HALF * page.height_for(block):
            break
        foot.insert(0, block)
    return []
