"""Lines → paragraphs and list items.

A line goes on in the next one when it was broken for want of room (`Line.full`), the next line looks the same
(size, weight), no white space stands between, and nothing in the next line says that something new begins: a
bullet, a number, a label such as «Ansvar:». In text without type the sentence itself may show that it was cut: it
has no end, and the next line goes on in small letters, or a bracket is still open. Words cut by a hyphen at the line
end are joined again; a hyphen that stands for a shared part («helse- og omsorg», «rus-/») stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from statistics import median

from extractor.document import Line, Text
from extractor.lexicon import load_toml, words
from extractor.structure.columns import column_roles
from extractor.structure.markers import Marker, find_marker
from extractor.structure.outline import Paragraph

LEAST_GAP = 0.4  # line heights: less white space than this never separates paragraphs
WIDER_GAP = 0.35  # line heights: paragraphs stand this much further apart than the lines within one
SIZE_TOLERANCE = 0.6  # points: smaller differences come from superscripts and rounding
LABEL = re.compile(r"[A-ZÆØÅ](?:[\wÆØÅæøå/&() -]|\.(?=\d)){1,40}:\s+\S")  # «Ansvar: …», «Tiltak 3.1: …»
BARE_LABEL = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:\s[a-zæøå]+)?:")  # «Tiltak:», «Lokale mål:»
TELLING = frozenset({"responsible", "deadline", "time", "cost"})  # roles of the labels that tell of a tiltak
LABEL_WORDS = 4  # a label in front of a colon has at most this many words
LEAST_CUT = (
    30  # characters: a shorter line was not broken for want of room, unless it ends in a word such as «og»
)
LONGEST_BRACKET = 3  # lines: a bracket that is open for longer was never closed
WIDE_SPACE = 3  # spaces: what stands so far apart on a line is in columns
DEEPER = 3.0  # points or characters: an item that begins this much further in is nested


def lines_to_paragraphs(
    lines: Iterable[Line], *, spacing: float = WIDER_GAP, prose: bool = False
) -> list[Paragraph]:
    """Join lines into paragraphs; list items carry their marker and depth.

    Args:
        lines: in reading order.
        spacing: white space between the lines of a paragraph, in line heights; see `line_spacing`.
        prose: the lines stand in running text and not in a cell, where each line may be an item.
    """
    widest = max(LEAST_GAP, spacing + WIDER_GAP)
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1] if groups else []
        cut = prose and last and (_is_cut(last, line) or _is_short_of_end(last, line, widest))
        if last and (cut or _goes_on(last, line, widest)):
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
    if not last.full or line.heading or line.bullet or last.heading or line.tag != last.tag:
        return False
    if line.gap > widest and not _over_page_break(last, line):
        return False
    return _same_style(last, line) and not _begins_anew(group[0], line)


def _is_cut(group: list[Line], line: Line) -> bool:
    """Whether a sentence in text without type goes on in the next line, however short the line above is."""
    last = group[-1]
    above, below = last.text.value, line.text.value
    if last.size is not None or line.gap or _has_columns(last) or _has_columns(line):
        return False
    if line.heading or line.bullet or last.heading or find_marker(below) or last.bold != line.bold:
        return False
    if _bracket_is_open(group):
        return True
    if above.endswith((".", ":", "!", "?", ";")) or _begins_anew(group[0], line):
        return False
    open_end = bool(_open_ends().search(above))
    if below[:1].isdigit() or below[:1].isupper():
        return open_end and len(above) >= LEAST_CUT
    is_item = group[0].text.value[:1].islower()  # of a list without bullets
    return below[:1].islower() and (open_end or (len(above) >= LEAST_CUT and not is_item))


def _is_short_of_end(group: list[Line], line: Line, widest: float) -> bool:
    """Whether a line on a page was broken though there seemed to be room, within an item or behind «med» and «og»."""
    last = group[-1]
    above, below = last.text.value, line.text.value
    if last.size is None or last.page != line.page or line.gap > widest or line.indent < last.indent - DEEPER:
        return False
    if line.heading or line.bullet or last.heading or line.tag != last.tag or not _same_style(last, line):
        return False
    if above.endswith((".", ":", "!", "?", ";")) or find_marker(below):
        return False
    if _open_ends().search(above):
        return True
    in_item = bool(group[0].bullet or find_marker(group[0].text.value)) and line.indent > group[0].indent - 1
    return in_item and below[:1].islower() and not _begins_anew(group[0], line)


def _has_columns(line: Line) -> bool:
    """Whether the words of a line of text stand in columns, with wide space between them."""
    return line.size is None and any(
        two.start - one.end >= WIDE_SPACE for one, two in pairwise(line.text.words)
    )


def _bracket_is_open(group: list[Line]) -> bool:
    value = " ".join(line.text.value for line in group[-LONGEST_BRACKET:])
    return value.rfind("(") > value.rfind(")")


@cache
def _open_ends() -> re.Pattern[str]:
    """Return a pattern for words that no line ends with: «og», «i», «for», «ble»."""
    ends = words(load_toml("headings.toml")["prose"], "open_ends", file="headings.toml")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ends)})$|,$")


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
    title = label[0].split(":")[0] if label else ""
    return 0 < len(title.split()) <= LABEL_WORDS and (
        line.indent <= first.indent + 1 or _tells_of_tiltak(title)
    )


def _tells_of_tiltak(title: str) -> bool:
    """Whether a label that is set in («   Ansvar: Rektor») tells of the tiltak above and does not go on with it."""
    return bool(TELLING & set(column_roles(title)))


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
        tag=first.tag,
        whole=whole,
        page=first.page,
    )


def _set_depths(paragraphs: list[Paragraph]) -> None:
    """Give list items their depth from how far in they begin; letters right below a number are one deeper."""
    indents: list[float] = []
    below_number = False
    for paragraph in paragraphs:
        if not paragraph.is_item:
            if indents and paragraph.indent <= indents[0]:
                indents = []
            continue
        while indents and paragraph.indent < indents[-1] - DEEPER / 3:
            indents.pop()
        if not indents or paragraph.indent > indents[-1] + DEEPER / 3:
            indents.append(paragraph.indent)
            below_number = False
        number = paragraph.number or ""
        below_number = number.isdigit() or (below_number and number.islower() and not paragraph.gap)
        paragraph.depth = len(indents) + (below_number and number.islower())
