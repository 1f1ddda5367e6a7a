"""Titles that say who answers for all tiltak below them, or when: «Overgangar (ansvar: oppvekstsjef)».

Such a title is a heading, or a line of a few words right above a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractor.document import Table
from extractor.interpret.labels import Label, read_labels
from extractor.structure.outline import Paragraph, Section
from extractor.structure.title_forms import LABEL_IN_BRACKET

GROUP_WORDS = 4  # of a title above a list: what is longer may as well be a tiltak of its own


def group_titles(blocks: Sequence[Paragraph | Table]) -> set[int]:
    """Return the id() of lines above a list that say who answers for all of it: «Skog (ansvar: skogbrukssjefen)»."""
    found = set()
    for block, below in pairwise(blocks):
        if (
            isinstance(block, Paragraph)
            and isinstance(below, Paragraph)
            and below.is_item
            and not block.is_item
        ):
            bracket = LABEL_IN_BRACKET.search(block.text.value)
            if bracket and 0 < len(block.text.value[: bracket.start()].split()) <= GROUP_WORDS:
                found.add(id(block))
    return found


def heading_labels(section: Section) -> list[Label]:
    """Return what a heading says of all tiltak below it: «Overgangar (ansvar: oppvekstsjef)»."""
    _, labels = read_labels(section.title)
    told = {"responsible", "time", "deadline"}
    return [label for label in labels if label.value and not label.worded and told & set(label.roles)]
