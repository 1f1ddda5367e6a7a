"""Lines → paragraphs and list items.

A line goes on in the next one when it was broken for want of room (`Line.full`), the next line looks the same
(size, weight), no white space stands between, and nothing in the next line says that something new begins: a
bullet, a number, a label such as «Ansvar:». Words cut by a hyphen at the line end are joined again; a hyphen that
stands for a shared part («helse- og omsorg», «rus-/») stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.document import Line, Text
from extractor.structure.markers import Marker, find_marker
from extractor.structure.outline import Paragraph

NEW_PARAGRAPH_GAP = 0.75  # line heights: more white space than this separates paragraphs
SIZE_TOLERANCE = 0.6  # points: smaller differences come from superscripts and rounding
LABEL = re.compile(r"[A-ZÆØÅ][\wÆØÅæøå/&() -]{1,40}:\s+\S")
LABEL_WORDS = 4  # a label in front of a colon has at most this many words
DEEPER = 3.0  # points or characters: an item that begins this much further in is nested


def lines_to_paragraphs(lines: Iterable[Line]) -> list[Paragraph]:
    """Join lines into paragraphs; list items carry their marker and depth."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    paragraphs = [_paragraph(group) for group in groups]
    _set_depths(paragraphs)
    return paragraphs


def join_lines(lines: list[Line]) -> Text:
    """Join lines into running text, hyphenated words made whole."""
    text = Text("", [], [])
    for line in lines:
        text = text.continued(line.text)
    return text


def _goes_on(group: list[Line], line: Line) -> bool:
    last = group[-1]
    if not last.full or line.heading or line.bullet or last.heading:
        return False
    if line.gap > NEW_PARAGRAPH_GAP and not _over_page_break(last, line):
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
    marker = Marker("•", 0) if first.bullet else find_marker(whole.value)
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
