"""Paragraphs, headings and tables → outline.

What stands before the first heading is the front of the document: its cover, its title, sometimes all of it.
"""

from __future__ import annotations

from extractor.document import Block as LayoutBlock
from extractor.document import LayoutDocument, Line, Text
from extractor.structure.furniture import mark_furniture
from extractor.structure.headings import Heading, find_headings
from extractor.structure.levels import heading_levels
from extractor.structure.notes import mark_notes
from extractor.structure.outline import Block, Outline, Paragraph, Section
from extractor.structure.paragraphs import line_spacing, lines_to_paragraphs
from extractor.structure.split_titles import join_split_titles
from extractor.structure.stitch import stitch_tables
from extractor.structure.style import Style, read_style
from extractor.structure.title_forms import known_titles
from extractor.structure.toc import find_contents, fold_title
from extractor.structure.witnesses import settle_levels, settle_tags


def build_outline(document: LayoutDocument) -> Outline:
    """Return the outline of a document; running headers, footers and contents are set aside."""
    mark_furniture(document)
    mark_notes(document)
    layout = [block for page in document.pages for block in page.blocks]
    contents = find_contents(layout)
    listed = {id(line) for line in contents.lines}
    body = [block for block in layout if not _is_set_aside(block, listed)]
    settle_tags(body)
    blocks = join_split_titles(_to_blocks(stitch_tables(body)))
    bookmarks = {fold_title(mark.title): mark.level for mark in document.bookmarks}
    style = read_style(blocks, contents, bookmarks)
    headings = without_cover(find_headings(blocks, style), style)
    settle_levels(headings)
    front, sections = _to_sections(blocks, headings, style)
    notes = [
        note.whole
        for note in lines_to_paragraphs([line for line in layout if isinstance(line, Line) and line.note])
    ]
    return Outline(
        document, front, sections, _furniture(layout), [line.text for line in contents.lines], notes
    )


def _is_set_aside(block: LayoutBlock, listed: set[int]) -> bool:
    return isinstance(block, Line) and (block.furniture or block.note or id(block) in listed)


def _furniture(layout: list[LayoutBlock]) -> list[Text]:
    lines = [block.text for block in layout if isinstance(block, Line) and block.furniture]
    return list({line.value: line for line in reversed(lines)}.values())[::-1]


def _to_blocks(layout: list[LayoutBlock]) -> list[Block]:
    """Join the lines between tables into paragraphs."""
    spacing = line_spacing([block for block in layout if isinstance(block, Line)])
    blocks: list[Block] = []
    lines: list[Line] = []
    for block in layout:
        if isinstance(block, Line):
            lines.append(block)
        else:
            blocks += lines_to_paragraphs(lines, spacing=spacing, prose=True)
            lines = []
            blocks.append(block)
    return blocks + list(lines_to_paragraphs(lines, spacing=spacing, prose=True))


def _to_sections(
    blocks: list[Block], headings: list[Heading], style: Style
) -> tuple[list[Block], list[Section]]:
    levels = heading_levels(headings, style)
    front: list[Block] = blocks[: headings[0].index] if headings else blocks
    sections: list[Section] = []
    around: list[Section] = []  # that the next heading may stand in, outermost first
    for heading, following in zip(headings, [*headings[1:], None], strict=False):
        end = following.index if following else len(blocks)
        section = _section(heading, levels[heading.index], len(sections) + 1)
        section.blocks = blocks[heading.index + 1 : end]
        while around and around[-1].level >= section.level:
            around.pop()
        section.parent = around[-1] if around else None
        if section.parent is None:
            section.level = 1
        around.append(section)
        sections.append(section)
    return front, sections


def without_cover(headings: list[Heading], style: Style) -> list[Heading]:
    """Leave out the title of the document: lines in larger type, or one first-level mark-up, before any chapter."""
    if _is_marked_title(headings):
        headings = _raised(headings[1:])
        if _is_marked_title(headings) and not headings[0].numbering.number and _numbers_begin(headings[1:]):
            headings = _raised(headings[1:])  # the sender first, then the title
        return headings
    chapter = next((i for i, h in enumerate(headings) if _begins_chapters(h)), len(headings))
    if not style.has_styles:
        return headings
    if chapter == len(headings):
        chapter = _first_of_chapters(headings)
    parts = _sizes_of_parts(headings, chapter)
    cover = [h for h in headings[:chapter] if not (_is_front_chapter(h) or _is_part(h, headings[0], parts))]
    return [h for h in headings if h not in cover]


def _sizes_of_parts(headings: list[Heading], chapter: int) -> set[float]:
    """Return the sizes of titles that stand among the numbered chapters, larger than those and without a number.

    They head the parts that the chapters stand in («Slik vil vi gjøre det» above «1 Skole»), before the first
    chapter too.
    """
    numbered = max((h.paragraph.size or 0 for h in headings[chapter:] if h.numbering.parts), default=0)
    among = [h.paragraph.size or 0 for h in headings[chapter:] if h.by == "type" and not h.numbering.number]
    return {round(size, 1) for size in among if size > numbered > 0}


def _is_part(heading: Heading, title: Heading, sizes: set[float]) -> bool:
    return round(heading.paragraph.size or 0, 1) in sizes and not _on_cover(heading, title)


def _begins_chapters(heading: Heading) -> bool:
    """Whether the cover must end here: a numbered chapter or part. «Tiltak 1» stands below a heading in type."""
    return heading.by not in {"type", "title"} and heading.numbering.label_kind in {None, "part", "appendix"}


def _is_marked_title(headings: list[Heading]) -> bool:
    """Whether mark-up gives the first heading the first level, and no other."""
    return (
        bool(headings)
        and headings[0].by == "mark-up"
        and headings[0].level == 1
        and [heading.level for heading in headings].count(1) == 1
    )


def _raised(headings: list[Heading]) -> list[Heading]:
    """Move the headings below a title up by one level."""
    for heading in headings:
        heading.level = max(1, heading.level - 1) if heading.level else None
    return headings


def _numbers_begin(headings: list[Heading]) -> bool:
    return bool(headings) and headings[0].numbering.parts in {(0,), (1,)}


def _first_of_chapters(headings: list[Heading]) -> int:
    """Without numbers, the title's type is larger than that of all later headings; small print stands below it."""
    sizes = [heading.paragraph.size or 0 for heading in headings]
    later = [max(sizes[index + 1 :], default=0) for index in range(len(sizes))]
    first = next((index for index in range(len(sizes)) if sizes[index] <= later[index]), len(sizes))
    cover = [index for index, heading in enumerate(headings) if _on_cover(heading, headings[0])]
    title = max(cover, key=lambda index: sizes[index], default=0)
    if cover and sizes[title] > later[title]:
        first = max(first, title + 1)  # the sender may stand above the title
    while 0 < first < len(sizes) and sizes[first] < later[first] and _on_cover(headings[first], headings[0]):
        first += 1
    return first


def _on_cover(heading: Heading, title: Heading) -> bool:
    return title.paragraph.page is not None and heading.paragraph.page == title.paragraph.page


def _is_front_chapter(heading: Heading) -> bool:
    """A foreword or a vision may stand before the first numbered chapter."""
    title = heading.paragraph.whole.value.strip(" :").casefold()
    return title in known_titles("top") or title in known_titles("chapter")


def _section(heading: Heading, level: int, count: int) -> Section:
    whole = heading.paragraph.whole
    numbering = heading.numbering
    title = whole.slice(numbering.title_start)
    body: list[Block] = []
    if heading.by == "number" and (numbering.number or "").endswith(".0") and title.value.endswith("."):
        body = [Paragraph(title, whole=title, page=heading.paragraph.page)]
        title = title.slice(0, 0)
    number = (numbering.number or "").rstrip(".") or None
    if not title and numbering.label:
        title, number = whole, None
    section = Section(f"s{count}", title, number, numbering.label, level, heading=whole)
    section.blocks = body
    return section
