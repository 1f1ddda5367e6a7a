"""What bookmarks and tags say of headings, and whether it is to be believed.

Many files have them wrong: everything tagged as a heading, all on the first level, bookmarks of a few chapters only.
Tags that call much of the text a heading are not listened to at all. Levels are taken from a witness that speaks of
most headings; they are moved to agree with the numbers in front of the titles, and left when they contradict them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from extractor.document import Block, Line
from extractor.structure.headings import Heading

MOST_TAGGED = 0.3  # of the lines: with more, the tags mean nothing
MOST_HEADINGS = 0.8  # of the headings must be known to a witness of levels that no number confirms
AGREEMENT = 0.8  # of the numbered headings that a witness knows


def settle_tags(layout: Sequence[Block]) -> None:
    """Forget what the tags say of a document when they call too much a heading."""
    lines = [block for block in layout if isinstance(block, Line)]
    tagged = [line for line in lines if line.tag]
    if len(tagged) > MOST_TAGGED * len(lines):
        for line in tagged:
            line.tag = None


def settle_levels(headings: Sequence[Heading]) -> None:
    """Give headings the levels that bookmarks and tags tell, where they can be believed; mark-up stays as it is."""
    marked = {heading.index: heading.level for heading in headings if heading.by == "bookmark"}
    for heading in headings:
        if heading.by == "bookmark":
            heading.level = None
    tagged = {heading.index: heading.paragraph.tag for heading in headings if heading.paragraph.tag}
    for told in (marked, tagged):
        levels = {index: level for index, level in told.items() if level}
        shift = _shift(headings, levels)
        for heading in headings:
            if shift is not None and heading.level is None and heading.index in levels and _is_open(heading):
                heading.level = max(levels[heading.index] + shift, 1)


def _shift(headings: Sequence[Heading], levels: Mapping[int, int]) -> int | None:
    """Return by how much the levels of a witness differ from those of the numbers; None for one not to be believed."""
    if len(set(levels.values())) < 2:
        return None
    steps = Counter(
        len(heading.numbering.parts) - levels[heading.index]
        for heading in headings
        if heading.index in levels and heading.numbering.parts and heading.numbering.label is None
    )
    if not steps:
        return 0 if len(levels) >= MOST_HEADINGS * len(headings) else None
    shift, count = steps.most_common(1)[0]
    return shift if count >= AGREEMENT * steps.total() else None


def _is_open(heading: Heading) -> bool:
    """Whether neither number nor label tells the level."""
    return not heading.numbering.parts and heading.numbering.label is None and heading.by != "mark-up"
