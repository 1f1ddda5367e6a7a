"""Titles that stand on two lines, the number on the first: «Kapittel 2» over «Innledning», «Tiltak 3» over its name.

Covers of chapters and cards are set that way. Apart, the number would be an empty section and the name another one;
together they are read as «Kapittel 2 Innledning» is. Goals are left as they are: their wording is a sentence.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.structure.numbering import read_numbering
from extractor.structure.outline import Block, Paragraph
from extractor.structure.title_forms import is_label_line, reads_like_title

SPLIT_KINDS = frozenset({"part", "appendix", "tiltak"})


def join_split_titles(blocks: list[Block]) -> list[Block]:
    """Return the blocks with each number that stands alone on its line put in front of the title below it."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(last, Paragraph) and isinstance(block, Paragraph) and _is_number_of(last, block):
            joined[-1] = _joined(last, block)
        else:
            joined.append(block)
    return joined


def _is_number_of(number: Paragraph, title: Paragraph) -> bool:
    """Whether a line is nothing but a label and its number, and the next one a title without either."""
    numbering = read_numbering(number.whole)
    if numbering.label_kind not in SPLIT_KINDS or numbering.title_start < len(number.whole.value):
        return False
    plain = not title.is_item and not read_numbering(title.whole).number and not is_label_line(title)
    return plain and number.page == title.page and ":" not in title.whole.value and reads_like_title(title)


def _joined(number: Paragraph, title: Paragraph) -> Paragraph:
    whole = number.whole.joined(title.whole, " ")
    return replace(
        number,
        text=whole,
        whole=whole,
        bold=number.bold or title.bold,
        size=max(number.size or 0.0, title.size or 0.0) or None,
        hint=number.hint or title.hint,
        tag=number.tag or title.tag,
    )
