"""Which paragraphs are headings.

Signals, the most trusted first; the first that speaks decides:

1. mark-up (HTML h1–h6, Markdown #) and the PDF's own bookmarks,
2. the table of contents, which repeats the heading's wording,
3. a number that continues the numbering («4.1» after «4»), in front of something that reads like a title,
4. larger or bolder type than the body text, on a line of its own,
5. a known chapter title, or capitals, or a few words between empty lines,
6. the structure tree of a tagged PDF.

What reads like a sentence is no heading, whatever its number: plans number their paragraphs too («3.2 Skulane har
eit særskilt ansvar for …»). Numbered lines that follow each other without text between are a list. Mistaking text
for a heading cuts an item from its chapter, so in doubt a line stays text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.document import Table
from extractor.structure.displays import LARGER, is_display
from extractor.structure.heading_numbers import (
    IN_PART,
    Counted,
    goes_on,
    is_lettered,
    is_list,
    is_numbered_title,
    numbered_in_part,
    runs_on,
)
from extractor.structure.numbering import Numbering, read_numbering
from extractor.structure.outline import Block, Paragraph
from extractor.structure.style import Style
from extractor.structure.title_forms import (
    FINITE_VERB,
    LONGEST_TITLE,
    bare_title,
    is_broken_off,
    is_caption,
    is_case_title,
    is_case_title_of,
    is_column_title,
    is_label_line,
    is_labelled_title,
    is_meeting_title,
    is_plain_title,
    is_running_text,
    known_titles,
    may_open,
    opens_columns,
    reads_like_title,
)
from extractor.structure.toc import fold_title


@dataclass(slots=True)
class Heading:
    """A paragraph that is a heading, and what says so."""

    index: int  # among the blocks
    paragraph: Paragraph
    numbering: Numbering
    by: str  # mark-up, bookmark, contents, label, number, type, title, plain, tag
    level: int | None = None  # where the signal itself gives it


def find_headings(blocks: list[Block], style: Style) -> list[Heading]:
    """Return the headings among `blocks`, in reading order."""
    found: list[Heading] = []
    counted = Counted()
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.whole:
            heading = Heading(index, block, read_numbering(block.whole), "")
            heading.by = _signal(heading, blocks, style, found, counted)
            if heading.by:
                found.append(heading)
                counted.add_heading(index, heading.numbering)
            else:
                counted.add_line(index, heading.numbering)
    return found


def _signal(
    heading: Heading, blocks: list[Block], style: Style, found: list[Heading], counted: Counted
) -> str:
    """Return what says that a paragraph is a heading; empty where nothing does."""
    paragraph, numbering, index = heading.paragraph, heading.numbering, heading.index
    value = paragraph.whole.value
    if paragraph.hint is not None:
        heading.level = paragraph.hint
        return "mark-up"
    if len(value) > 2 * LONGEST_TITLE or (paragraph.marker == "•" and paragraph.depth):
        return ""
    folded = fold_title(value)
    if folded in style.bookmarks and len(value) <= LONGEST_TITLE:
        heading.level = style.bookmarks[folded]
        return "bookmark"
    if index in style.cases:
        return "title"
    if style.contents.confirms(value) and not is_label_line(paragraph):
        return "contents"
    if is_broken_off(value) and not is_labelled_title(index, blocks, style.contents.confirms):
        return ""
    if numbering.label and not value.endswith(","):
        if numbering.label_kind == "tiltak" and style.tiltak_are_sentences:
            return ""
        return "label" if _is_label_heading(index, blocks, paragraph, numbering) else ""
    if (
        numbering.parts
        and goes_on(numbering, counted, style.numbers)
        and not is_list(index, blocks, numbering)
        and not runs_on(index, numbering, counted, style.last_titles)
        and not (style.marked_numbers and numbering.parts[:-1] == ())
    ):
        return "number" if is_numbered_title(paragraph, numbering, plain=not style.has_styles) else ""
    if numbering.number and numbering.number.isupper() and is_lettered(index, blocks, counted):
        return "number"
    before = [one.numbering for one in found] if IN_PART.match(value) else []
    if in_part := numbered_in_part(index, blocks, before):
        heading.numbering, heading.level = in_part, 2
        return "number"
    if _stands_out(paragraph, style):
        headed = bool(found) and found[-1].index == index - 1
        return "" if is_display(index, blocks, headed=headed, body_size=style.body_size or 0.0) else "type"
    return _unmarked(index, blocks, paragraph, style, found) or (
        "tag" if _is_tagged(heading, blocks, style) else ""
    )


def _is_tagged(heading: Heading, blocks: list[Block], style: Style) -> bool:
    """Whether the structure tree names a heading and neither its wording nor small type denies it."""
    paragraph = heading.paragraph
    if not paragraph.tag or heading.index + 1 == len(blocks) or not reads_like_title(paragraph):
        return False
    small = (
        style.body_size is not None and (paragraph.size or 0) < style.body_size - LARGER
    )  # of a box of facts
    return not (small or is_label_line(paragraph) or is_caption(paragraph.whole.value))


def _is_label_heading(index: int, blocks: list[Block], paragraph: Paragraph, numbering: Numbering) -> bool:
    """«Mål 1: …» heads what follows it; in a row of such lines they are a list of goals.

    «Tiltak 1 og 2 skal …» is a sentence.
    """
    if paragraph.whole.value[numbering.title_start :][:1].islower():
        return False
    for step in (1, -1):
        neighbour = blocks[index + step] if 0 <= index + step < len(blocks) else None
        if (
            isinstance(neighbour, Paragraph)
            and read_numbering(neighbour.whole).label_kind == numbering.label_kind
        ):
            return False
    return index + 1 < len(blocks)


def _stands_out(paragraph: Paragraph, style: Style) -> bool:
    """Larger or bolder than the body, and neither a sentence nor a label."""
    if style.body_size is None or paragraph.size is None or not reads_like_title(paragraph):
        return False
    value = paragraph.whole.value
    if paragraph.is_item and not read_numbering(paragraph.whole).number:
        return False
    if is_label_line(paragraph) or not re.search(r"[^\W\d_]{2}", value):
        return False
    if paragraph.size >= style.body_size + LARGER:
        return True
    bold_title = paragraph.bold and not paragraph.italic and paragraph.size >= style.body_size - LARGER
    return bold_title and paragraph.gap > 0.15 and len(value.split()) <= 12 and not is_caption(value)


def _unmarked(
    index: int, blocks: list[Block], paragraph: Paragraph, style: Style, found: list[Heading]
) -> str:
    """A heading that only its wording and its place give away."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if paragraph.is_item or following is None:
        return ""
    value = paragraph.whole.value
    colon = value.rstrip().endswith(":")
    if bare_title(paragraph) in known_titles("stage"):
        return ""
    if style.case_like:
        return "title" if _is_case_part(paragraph, following, colon=colon) else ""
    if value.isupper() and len(value) >= 4 and len(value.split()) <= 10:
        return "title" if _is_capital_title(paragraph, following, style, found) else ""
    if colon or style.has_styles or is_column_title(following) or opens_columns(index, blocks):
        return ""
    bare = bare_title(paragraph)
    if bare in known_titles("top") or (bare in known_titles("chapter") and not style.numbered):
        return "title" if paragraph.gap > 0 else ""
    if style.numbered and found and bare in known_titles("inner"):
        return "title" if paragraph.gap > 0 and _opens_text(following) else ""
    bare_style = not (style.numbered or style.marked)
    if found and found[-1].index == index - 1 and "visjon" in bare_title(found[-1].paragraph):
        return ""  # the vision itself
    opened = bool(found) or (style.plain and index > 0 and may_open(paragraph, following))
    return "plain" if opened and bare_style and _heads_text(paragraph, following) else ""


def _opens_text(following: Block) -> bool:
    """Whether what stands below a title is its sentence or its list, and not another title."""
    return isinstance(following, Paragraph) and (following.is_item or is_running_text(following))


def _is_case_part(paragraph: Paragraph, following: Block, *, colon: bool) -> bool:
    """Whether a line heads a part of a case: by its wording, or by its colon or place with text below."""
    if is_case_title(paragraph):
        return colon or (len(paragraph.whole.value.split()) <= 4 and paragraph.gap > 0)
    if is_meeting_title(paragraph) or (is_case_title_of(paragraph) and _heads_text(paragraph, following)):
        return True
    return colon and _is_part(paragraph, following)


def _is_capital_title(paragraph: Paragraph, following: Block, style: Style, found: list[Heading]) -> bool:
    """Capitals alone on a line head a chapter, once the cover with its capitals is behind."""
    bare, colon = bare_title(paragraph), paragraph.whole.value.rstrip().endswith(":")
    known = bare in known_titles("top") or bare in known_titles("chapter")
    if known and (colon or found or bare in known_titles("top")):
        return True
    behind_cover = bool(found) or is_running_text(following)
    return behind_cover and not style.has_styles and paragraph.gap > 0 and not colon


def _heads_text(paragraph: Paragraph, following: Block) -> bool:
    """A few words between empty lines, with text, a label, a table or a further title below."""
    if not is_plain_title(paragraph) or isinstance(following, Table):
        return is_plain_title(paragraph)
    below = bare_title(following)
    titled = below in known_titles("chapter") and not following.whole.value.isupper()
    leads = is_label_line(following) or following.whole.value.endswith(":")
    return following.gap >= 1 and (is_running_text(following) or leads or titled)


def _is_part(paragraph: Paragraph, following: Block) -> bool:
    """«Framdrift:» with running text or a table below heads a part of a case; a lead-in has a verb or a list below."""
    value = paragraph.whole.value
    if len(value.split()) > 4 or not value[0].isupper() or FINITE_VERB.search(value) or paragraph.gap == 0:
        return False
    return isinstance(following, Table) or (not following.is_item and is_running_text(following))
