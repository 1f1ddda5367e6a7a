"""Which paragraphs are headings.

Signals, the most trusted first; the first that speaks decides:

1. mark-up (HTML h1–h6, Markdown #) and the PDF's own bookmarks,
2. the table of contents, which repeats the heading's wording,
3. a number that continues the numbering («4.1» after «4»), in front of something that reads like a title,
4. larger or bolder type than the body text, on a line of its own,
5. a known chapter title, or capitals, alone on a line.

What reads like a sentence is no heading, whatever its number: plans number their paragraphs too («3.2 Skulane har
eit særskilt ansvar for …»). Numbered lines that follow each other without text between are a list. Mistaking text
for a heading cuts an item from its chapter, so in doubt a line stays text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from extractor.document import Table
from extractor.lexicon import load_toml, words
from extractor.structure.columns import column_roles
from extractor.structure.markers import ordinals
from extractor.structure.numbering import Numbering, label_words, read_numbering
from extractor.structure.outline import Block, Paragraph
from extractor.structure.toc import Contents, fold_title

LONGEST_TITLE = 130  # characters
LONGEST_TITLE_WORDS = 16
LARGER = 0.7  # points above the body size: a heading, unless the type is body-bold
LEAST_NUMBERED = 2  # headings with decimal numbers: the document numbers its chapters
LEAST_CASE_TITLES = 2  # titles of a case document: its parts are headings even with a colon
SENTENCE_END = re.compile(r"[.!?»”]\s*$")
FINITE_VERB = re.compile(
    r"\b(?:er|var|har|hadde|skal|skulle|vil|ville|kan|kunne|må|måtte|bør|burde|blir|ble|vert|vart|blei|får|fekk|fikk|"
    r"gir|gjev|gis|ligg|ligger|legg|legger|gjeld|gjelder|kjem|kommer|følg|følger)\b"
)


@dataclass(slots=True)
class Heading:
    """A paragraph that is a heading, and what says so."""

    index: int  # among the blocks
    paragraph: Paragraph
    numbering: Numbering
    by: str  # mark-up, bookmark, contents, number, label, type, title, capitals
    level: int | None = None  # where the signal itself gives it


@dataclass(slots=True)
class Style:
    """What the document's type looks like."""

    body_size: float | None
    numbered: bool  # chapters carry decimal numbers
    case_like: bool  # parts of a case document stand as headings
    has_styles: bool  # sizes are known
    contents: Contents
    bookmarks: dict[str, int] = field(default_factory=dict)


def find_headings(blocks: list[Block], style: Style) -> list[Heading]:
    """Return the headings among `blocks`, in reading order."""
    found: list[Heading] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.whole:
            heading = _judge(index, blocks, block, style, found)
            if heading:
                found.append(heading)
    return found


def read_style(blocks: list[Block], contents: Contents, bookmarks: dict[str, int]) -> Style:
    """Return what the document's body looks like."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        if paragraph.size is not None:
            sizes[round(paragraph.size * 2) / 2] += len(paragraph.whole.value)
    numbers = [
        read_numbering(paragraph.whole).parts for paragraph in paragraphs if _reads_like_title(paragraph)
    ]
    chapters = {parts for parts in numbers if parts}
    case_titles = sum(_bare(paragraph) in known_titles("case") for paragraph in paragraphs)
    return Style(
        body_size=sizes.most_common(1)[0][0] if sizes else None,
        numbered=(1,) in chapters
        and len(chapters) >= LEAST_NUMBERED
        and bool(contents.titles or (1, 1) in chapters),
        case_like=case_titles >= LEAST_CASE_TITLES,
        has_styles=bool(sizes),
        contents=contents,
        bookmarks=bookmarks,
    )


@cache
def known_titles(kind: str) -> frozenset[str]:
    """Return the chapter titles of a kind (top, chapter, case), folded."""
    return frozenset(words(load_toml("headings.toml")["headings"], kind, file="headings.toml"))


def _judge(
    index: int, blocks: list[Block], paragraph: Paragraph, style: Style, found: list[Heading]
) -> Heading | None:
    numbering = read_numbering(paragraph.whole)
    value = paragraph.whole.value
    heading = Heading(index, paragraph, numbering, "")
    if paragraph.hint is not None:
        heading.by, heading.level = "mark-up", paragraph.hint
    elif len(value) > 2 * LONGEST_TITLE or (paragraph.marker == "•" and paragraph.depth):
        return None
    elif fold_title(value) in style.bookmarks and len(value) <= LONGEST_TITLE:
        heading.by, heading.level = "bookmark", style.bookmarks[fold_title(value)]
    elif style.contents.confirms(value) and not _is_label_line(paragraph):
        heading.by = "contents"
    elif numbering.label and not value.endswith(","):
        heading.by = "label" if _is_label_heading(index, blocks, paragraph, numbering) else ""
    elif numbering.parts and _continues(numbering, found) and not _is_list(index, blocks, numbering):
        heading.by = "number" if _is_numbered_title(paragraph, numbering, style) else ""
    elif numbering.number and numbering.number.isupper() and _is_lettered(index, blocks, paragraph, found):
        heading.by = "number"
    elif _stands_out(paragraph, style):
        heading.by = "type"
    elif _is_known_title(index, blocks, paragraph, style, found):
        heading.by = "title"
    return heading if heading.by else None


def _bare(paragraph: Paragraph) -> str:
    """Return the title folded, without colon and number."""
    value = paragraph.whole.value
    return value[read_numbering(paragraph.whole).title_start :].strip(" :.").casefold()


def _reads_like_title(paragraph: Paragraph) -> bool:
    value = paragraph.whole.value
    title = value[read_numbering(paragraph.whole).title_start :]
    if not title or len(title) > LONGEST_TITLE or len(title.split()) > LONGEST_TITLE_WORDS:
        return False
    if not (title[0].isupper() or title[0] in '«"“”' or title[0].isdigit()):
        return False
    return not (SENTENCE_END.search(title) and len(title.split()) > 3)


def _is_numbered_title(paragraph: Paragraph, numbering: Numbering, style: Style) -> bool:
    """A number in front of a title; a whole-number chapter may have a sentence behind it («1.0 Planen er …»)."""
    if _reads_like_title(paragraph):
        title = paragraph.whole.value[numbering.title_start :]
        verb = FINITE_VERB.search(title) and len(title.split()) > 8
        return (not verb and not title.endswith(":")) or paragraph.bold
    number = numbering.number or ""
    return number.endswith(".0") and number.count(".") == 1 and not style.has_styles


def _continues(numbering: Numbering, found: list[Heading]) -> bool:
    """Whether a decimal number is the next one: a first child, a sibling, or the next of an ancestor."""
    parts = numbering.parts or ()
    previous = next(
        (h.numbering.parts for h in reversed(found) if h.numbering.parts and not h.numbering.label), None
    )
    if previous is None:
        return parts in {(1,), (0,), (1, 1)}
    depth = len(parts)
    if depth > len(previous):
        return (parts[:-1] == previous and parts[-1] in {0, 1}) or parts == (*previous, 1, 1)
    step = parts[depth - 1] - previous[depth - 1]
    return parts[: depth - 1] == previous[: depth - 1] and 1 <= step <= 2


def _is_list(index: int, blocks: list[Block], numbering: Numbering) -> bool:
    """Whether the next numbered line follows at once, with nothing to belong to this one: a list."""
    for step in (1, -1):
        if not 0 <= index + step < len(blocks):
            continue
        neighbour = blocks[index + step]
        if isinstance(neighbour, Table) or neighbour.hint is not None:
            continue
        other = read_numbering(neighbour.whole)
        mine, theirs = numbering.parts or (), other.parts or ()
        if (
            len(mine) == len(theirs)
            and not other.label
            and mine[:-1] == theirs[:-1]
            and theirs[-1] == mine[-1] + step
        ):
            return True
    return False


def _is_lettered(index: int, blocks: list[Block], paragraph: Paragraph, found: list[Heading]) -> bool:
    """«A. Ungdom», «II. Mål»: capitals and roman numerals that go on, with text between them."""
    if not _reads_like_title(paragraph) or len(paragraph.whole.value.split()) > 8 or not found:
        return False
    mine = ordinals(read_numbering(paragraph.whole).number or "")
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(following, Paragraph):
        other = read_numbering(following.whole).number
        if other and not other[0].isdigit() and _follows(ordinals(other), mine):
            return False
    last = next((h for h in reversed(found) if h.numbering.number and not h.numbering.parts), None)
    return 1 in mine or (last is not None and _follows(mine, ordinals(last.numbering.number or "")))


def _follows(later: set[int], earlier: set[int]) -> bool:
    return any(place - 1 in earlier for place in later)


def _is_label_heading(index: int, blocks: list[Block], paragraph: Paragraph, numbering: Numbering) -> bool:
    """«Mål 1: …» heads what follows it; in a row of such lines they are a list of goals.

    «Tiltak 1 og 2 skal …» is a sentence.
    """
    title = paragraph.whole.value[numbering.title_start :]
    if title[:1].islower():
        return False
    for step in (1, -1):
        if 0 <= index + step < len(blocks):
            neighbour = blocks[index + step]
            if isinstance(neighbour, Paragraph):
                other = read_numbering(neighbour.whole)
                if other.label_kind == numbering.label_kind:
                    return False
    return index + 1 < len(blocks)


def _is_label_line(paragraph: Paragraph) -> bool:
    """«Ansvar: rektor» names somebody; it is no heading though «Ansvar» may be one."""
    label, colon, rest = paragraph.whole.value.partition(":")
    if label.casefold() in label_words("appendix"):
        return False
    return bool(
        colon and rest.strip() and len(label.split()) <= 3 and not read_numbering(paragraph.whole).number
    )


def _stands_out(paragraph: Paragraph, style: Style) -> bool:
    """Larger or bolder than the body, and neither a sentence nor a label."""
    if style.body_size is None or paragraph.size is None or not _reads_like_title(paragraph):
        return False
    value = paragraph.whole.value
    if paragraph.is_item and not read_numbering(paragraph.whole).number:
        return False
    if _is_label_line(paragraph) or not re.search(r"[^\W\d_]{2}", value):
        return False
    if paragraph.size >= style.body_size + LARGER:
        return True
    bold_title = paragraph.bold and not paragraph.italic and paragraph.size >= style.body_size - LARGER
    return bold_title and paragraph.gap > 0.15 and len(value.split()) <= 12 and not _is_caption(value)


def _is_caption(value: str) -> bool:
    return bool(re.match(r"(?:Tabell|Figur|Bilde|Bilete|Foto|Kart)\b", value))


def _is_known_title(
    index: int, blocks: list[Block], paragraph: Paragraph, style: Style, found: list[Heading]
) -> bool:
    """A chapter title that every plan has, or capitals, alone on a line with something below it."""
    if paragraph.is_item or index + 1 >= len(blocks):
        return False
    value, bare = paragraph.whole.value, _bare(paragraph)
    colon = value.rstrip().endswith(":")
    if style.case_like:
        case_title = bare in known_titles("case") or bare.split(" (")[0] in known_titles("case")
        if case_title:
            return colon or len(value.split()) <= 4
        return colon and _is_part_of_case(blocks[index + 1], paragraph)
    known = bare in known_titles("top") or bare in known_titles("chapter")
    if value.isupper() and len(value) >= 4 and len(value.split()) <= 10:
        on_cover = not found and bare not in known_titles("top")
        return (known and (colon or not on_cover)) or _is_capital_title(paragraph, style, found)
    if colon or style.has_styles or _is_column_title(blocks[index + 1]):
        return False
    return known and (bare in known_titles("top") or not style.numbered) and paragraph.gap > 0


def _is_capital_title(paragraph: Paragraph, style: Style, found: list[Heading]) -> bool:
    """Capitals alone on a line head a chapter, once the cover with its capitals is behind."""
    colon = paragraph.whole.value.rstrip().endswith(":")
    return bool(found) and not style.has_styles and paragraph.gap > 0 and not colon


def _is_part_of_case(following: Block, paragraph: Paragraph) -> bool:
    """«Framdrift:» with running text below heads a part; a lead-in has a verb or a list below."""
    value = paragraph.whole.value
    if len(value.split()) > 4 or not value[0].isupper() or FINITE_VERB.search(value) or paragraph.gap == 0:
        return False
    if isinstance(following, Table):
        return True
    return not following.is_item and len(following.whole.value.split()) > 6


def _is_column_title(block: Block) -> bool:
    """Titles one below the other («Tiltak», «Ansvar», «Frist») are a table that lost its columns."""
    return isinstance(block, Paragraph) and bool(
        {"responsible", "deadline", "time"} & set(column_roles(block.whole.value))
        and len(block.whole.value) < 25
    )
