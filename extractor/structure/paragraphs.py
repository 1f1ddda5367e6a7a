"""Lines → paragraphs and list items.

A line goes on in the next one when it was broken for want of room (`Line.full`), the next line looks the same
(size, weight), no white space stands between, and nothing in the next line says that something new begins: a
bullet, a number, a label such as «Ansvar:». Words cut by a hyphen at the line end are joined again; a hyphen that
stands for a shared part («helse- og omsorg», «rus-/») stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from extractor.document import Line, Text
from extractor.structure.markers import Marker, find_marker
from extractor.structure.outline import Paragraph

LEAST_GAP = 0.4  # line heights: less white space than this never separates paragraphs
WIDER_GAP = 0.35  # line heights: paragraphs stand this much further apart than the lines within one
SIZE_TOLERANCE = 0.6  # points: smaller differences come from superscripts and rounding
LABEL = re.compile(r"[A-ZÆØÅ][\wÆØÅæøå/&() -]{1,40}:\s+\S")
BARE_LABEL = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:\s[a-zæøå]+)?:")  # «Tiltak:», «Lokale mål:»
LABEL_WORDS = 4  # a label in front of a colon has at most this many words
DEEPER = 3.0  # points or characters: an item that begins this much further in is nested


def lines_to_paragraphs(lines: Iterable[Line], *, spacing: float = WIDER_GAP) -> list[Paragraph]:
    """Join lines into paragraphs; list items carry their marker and depth.

    Args:
        lines: in reading order.
        spacing: white space between the lines of a paragraph, in line heights; see `line_spacing`.
    """
    widest = max(LEAST_GAP, spacing + WIDER_GAP)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, widest):
            groups[-1].append(line)
        else:
            groups.append([line])
    paragraphs = [_paragraph(group) for group in groups]
    _set_depths(paragraphs)
    return paragraphs


def line_spacing(lines: Sequence[Line]) -> float:
    """Return the usual white space inside paragraphs: above lines that go on with a small letter."""
    gaps = [
        line.gap
        for last, line in pairwise(lines)
        if last.full and last.page == line.page and line.text.value[:1].islower()
    ]
    return median(gaps) if gaps else WIDER_GAP


def join_lines(lines: list[Line]) -> Text:
    """Join lines into running text, hyphenated words made whole."""
    text = Text("", [], [])
    for line in lines:
        text = text.continued(line.text)
    return text


def _goes_on(group: list[Line], line: Line, widest: float) -> bool:
    last = group[-1]
    if not last.full or line.heading or line.bullet or last.heading:
        return False
    if line.gap > widest and not _over_page_break(last, line):
        return False
    return _same_style(last, line) and not _begins_anew(group[0], line)


def _over_page_break(last: Line, line: Line) -> bool:
    """A sentence that the page break cut: no full stop before it, a small letter after it."""
    broken = last.page is not None and last.page != line.page
    return broken and line.text.value[:1].islower() and not last.text.value.endswith((".", ":", "!", "?"))


def _same_style(last: Line, line: Line) -> bool:
    if last.size is not None and line.size is not None and abs(last.size - line.size) > SIZE_TOLERANCE:
        return False
    return last.bold == line.bold


def _begins_anew(first: Line, line: Line) -> bool:
    value = line.text.value
    marker = find_marker(value)
    if marker and (marker.text == "•" or not _is_wrapped_number(first, line, marker)):
        return True
    if BARE_LABEL.fullmatch(value):
        return True
    label = LABEL.match(value)
    return bool(
        label and len(label[0].split(":")[0].split()) <= LABEL_WORDS and line.indent <= first.indent + 1
    )


def _is_wrapped_number(first: Line, line: Line, marker: Marker) -> bool:
    """A number that a wrapped line happens to begin with: «… på 8. / 9. trinn», «den / 1. mai»."""
    following = line.text.value[marker.length : marker.length + 1]
    return following.islower() or (line.indent > first.indent + DEEPER)


def _paragraph(group: list[Line]) -> Paragraph:
    whole = join_lines(group)
    first = group[0]
    marker = Marker(first.bullet, 0) if first.bullet else find_marker(whole.value)
    if first.bullet and (inner := find_marker(whole.value)) and inner.number:
        marker = inner
    text = whole.slice(marker.length) if marker else whole
    return Paragraph(
        text,
        marker=marker.text if marker else None,
        bold=all(line.bold for line in group),
        italic=all(line.italic for line in group),
        size=first.size,
        gap=first.gap,
        indent=first.indent,
        hint=first.heading,
        whole=whole,
        page=first.page,
    )


def _set_depths(paragraphs: list[Paragraph]) -> None:
    """Give list items their depth from how far in they begin."""
    indents: list[float] = []
    for paragraph in paragraphs:
        if not paragraph.is_item:
            if indents and paragraph.indent <= indents[0]:
                indents = []
            continue
        while indents and paragraph.indent < indents[-1] - DEEPER / 3:
            indents.pop()
        if not indents or paragraph.indent > indents[-1] + DEEPER / 3:
            indents.append(paragraph.indent)
        paragraph.depth = len(indents)
