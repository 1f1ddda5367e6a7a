"""The vision, set like a title below its heading or lead-in: in italics, in quotes or in bold.

In bold it has letters of the body's size and another chapter right below it: a heading would have text there.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.structure.outline import Block, Paragraph

LARGER = 0.7  # points above the body size: a heading, unless the type is body-bold


def is_display(index: int, blocks: Sequence[Block], *, headed: bool, body_size: float) -> bool:
    """Whether a paragraph that stands out is the vision and no heading.

    Args:
        index: of the paragraph.
        blocks: all of them.
        headed: whether a heading stands right above it.
        body_size: in points; 0 where none is known.
    """
    paragraph, before = blocks[index], blocks[index - 1] if index else None
    if not (isinstance(paragraph, Paragraph) and isinstance(before, Paragraph)):
        return False
    if "visjon" not in before.whole.value.casefold():
        return False
    if paragraph.italic or paragraph.whole.value[0] in '«"“”':
        return headed or before.whole.value.endswith((":", "er"))
    size = paragraph.size or 0.0
    return headed and not paragraph.is_item and size < body_size + LARGER and _ends_chapter(index, blocks)


def _ends_chapter(index: int, blocks: Sequence[Block]) -> bool:
    """Whether a larger line follows."""
    paragraph, below = blocks[index], blocks[index + 1] if index + 1 < len(blocks) else None
    if not (isinstance(paragraph, Paragraph) and isinstance(below, Paragraph)):
        return False
    return (below.size or 0.0) > (paragraph.size or 0.0) + LARGER
