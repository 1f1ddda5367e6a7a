"""What belongs to the page and not to the text: running headers and footers, page numbers, web page chrome.

On pages, a line near the top or bottom edge, or one that reads sideways, is furniture when its wording, numbers
aside, comes back in the same place on other pages; so is a page number, but no year in the type of a title. Text
input has lost its pages, but page markers and the menus of a web page still give themselves away by their wording.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from extractor.document import LayoutDocument, Line, Page
from extractor.lexicon import load_toml

EDGE = 0.13  # share of the page height: headers and footers stand within it
REPEATED_SHARE = 0.4  # of the pages carry the same wording
PAGE_MARKER = re.compile(
    r"(?:(?:side|page|s\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:av|of|/)\s*\d{1,4})?", re.IGNORECASE
)
YEAR = re.compile(r"(?:19|20)\d\d")
LARGE = 1.3  # times the usual size: a year belongs to the title
SURE_PAGE_MARKER = re.compile(
    r"[\[(<-]*\s*(?:side|page)\s+\d{1,4}(?:\s*(?:av|of|/|:)\s*\d{1,4})?\s*:?[\])>-]*|[-–—]\s*\d{1,3}\s*[-–—]",
    re.IGNORECASE,
)  # in text input: «Side 3 av 9», «- 3 -»
PAGE_AT_END = re.compile(
    r"(?<!\s)\s*+(?:(?:side|s\.|page)\s*)?\d{1,4}(?:\s*(?:av|of|/)\s*\d{1,4})?$", re.IGNORECASE
)  # of a running header in text input
PAGE_WORD = re.compile(r"\b(?:side|s\.|page)\s*\d{1,4}(?:\s*(?:av|of|/)\s*\d{1,4})?$", re.IGNORECASE)
APART = 4  # spaces between a running header and its page number
LEAST_RUNNING = 2  # a line that comes back this often with another page number is a running header
BREADCRUMB = re.compile(r"[^>›»]{2,40}(?:\s[>›»/|]\s[^>›»|]{2,60}){2,}")
CHROME_WORDS = 2  # a line with this many menu words and little else is chrome


def mark_furniture(document: LayoutDocument) -> None:
    """Set `furniture` on the lines that belong to the page; the document is changed in place."""
    if document.has_pages:
        _mark_repeated(document.pages)
    else:
        _mark_worded([line for page in document.pages for line in page.blocks if isinstance(line, Line)])


def _mark_repeated(pages: list[Page]) -> None:
    found = [(page, line, edge) for page in pages for line, edge in _edge_lines(page)]
    seen = {(page.number, edge, _shape(line)) for page, line, edge in found}
    counts = Counter((edge, shape) for _, edge, shape in seen)
    needed = max(2, round(REPEATED_SHARE * len(pages)))
    usual = _usual_size(pages)
    for _, line, edge in found:
        value = line.text.value.strip()
        repeated = counts[edge, _shape(line)] >= needed and not value.endswith(":")  # «Tiltak:» is a label
        titled = bool(YEAR.fullmatch(value)) and (line.size or 0.0) > LARGE * usual
        if repeated or (PAGE_MARKER.fullmatch(value) and not titled):
            line.furniture = True


def _usual_size(pages: list[Page]) -> float:
    """Return the type size of most characters outside tables; 0 where none is known."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Line) and block.size:
                sizes[round(block.size * 2) / 2] += len(block.text.value)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _edge_lines(page: Page) -> list[tuple[Line, str]]:
    """Return the lines near the top and bottom edge of a page, with the name of the edge."""
    edges = []
    for line in page.blocks:
        if isinstance(line, Line) and line.box is not None:
            if _reads_sideways(line):
                edges.append((line, "side"))
                continue
            height = page.height_for(line)
            if line.box.bottom < EDGE * height:
                edges.append((line, "top"))
            elif line.box.top > (1 - EDGE) * height:
                edges.append((line, "bottom"))
    return edges


def _reads_sideways(line: Line) -> bool:
    box = line.box
    return box is not None and len(line.text.value) > 2 and box.bottom - box.top > 2 * (box.x1 - box.x0)


def _shape(line: Line) -> str:
    """Return the wording with numbers and case folded, so that «Side 3 av 9» equals «Side 4 av 9»."""
    return re.sub(r"\d+", "#", line.text.value.casefold())


def _mark_worded(lines: list[Line]) -> None:
    phrases = _chrome_phrases()
    running = _running_headers(lines)
    for line in lines:
        value = line.text.value.strip()
        if id(line) in running:
            line.furniture = True
            continue
        line.furniture = (
            line.furniture or bool(SURE_PAGE_MARKER.fullmatch(value)) or _is_chrome(value, phrases)
        )


def _running_headers(lines: list[Line]) -> set[int]:
    """Return the ids of lines that come back with only their page number changed («Rusplan for Re    side 3»).

    The number is told by a word, or it stands apart at the line end and grows down the document. A line right above
    all of them, worded alike, is the first line of the same header.
    """
    groups: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        value = line.text.value.strip()
        front = PAGE_AT_END.sub("", value)
        if front != value and len(front) > 5 and (PAGE_WORD.search(value) or _stands_apart(line)):
            groups.setdefault(front, []).append(index)
    running: set[int] = set()
    for indices in groups.values():
        if _is_running([lines[index] for index in indices]):
            running |= {id(lines[index]) for index in indices}
            running |= {id(line) for line in _first_lines(lines, indices)}
    return running


def _stands_apart(line: Line) -> bool:
    """Whether the last word, a page number, stands far to the right of the rest."""
    words = line.text.words
    return len(words) > 1 and words[-1].start - words[-2].end >= APART


def _is_running(group: list[Line]) -> bool:
    values = [line.text.value.strip() for line in group]
    if all(PAGE_WORD.search(value) for value in values):
        return len(set(values)) >= LEAST_RUNNING
    pages = [int(value.split()[-1]) for value in values if value.split()[-1].isdigit()]
    return len(pages) >= LEAST_RUNNING and all(one < two for one, two in pairwise(pages))


def _first_lines(lines: list[Line], indices: list[int]) -> list[Line]:
    """Return the lines right above a running header that are all worded alike."""
    above = [lines[index - 1] for index in indices if index and not lines[index].gap]
    alike = len({line.text.value for line in above}) == 1 and len(above) == len(indices)
    return above if alike else []


def _chrome_phrases() -> re.Pattern[str]:
    entries = load_toml("web.toml")["chrome"]
    phrases = sorted(
        {phrase.casefold() for words in entries.values() for phrase in words}, key=len, reverse=True
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, phrases)) + r")(?!\w)")


def _is_chrome(value: str, phrases: re.Pattern[str]) -> bool:
    """Whether a line is a menu, a breadcrumb or an imprint: menu words and hardly anything else."""
    if BREADCRUMB.fullmatch(value) and not value.endswith("."):
        return True
    hits = phrases.findall(value.casefold())
    covered = sum(map(len, hits))
    if not hits:
        return False
    return covered >= 0.8 * len(value) or (len(hits) >= CHROME_WORDS and len(value) < 90 * len(hits))
