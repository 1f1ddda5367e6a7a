"""Whose plan it is.

Plans name neighbours, partners and examples beside their owner, so the places where a document says who it belongs to
are asked one after the other; the first that names a kommune answers:

1. the title («for Bygda kommune», «Bygda kommunes …»),
2. the cover: names with the word kommune or on a line of their own, and lists («de fire kommunene A, B, C og D»),
3. the running headers,
4. the council that adopted it («vedtatt av Bygda kommunestyre»),
5. the sender's address, as web pages and letters end with,
6. the body, when one kommune is named clearly more often than all others; first with the word kommune, then without.

An intermunicipal plan has several owners; guidance has none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extractor.document import Text
from extractor.interpret.cover import cover_lines, cover_pattern, running_lines
from extractor.interpret.kommune_names import Mention, find_kommuner
from extractor.interpret.titles import find_title
from extractor.interpret.wording import any_word, fold
from extractor.lexicon import load_csv, load_toml, words
from extractor.structure.outline import Outline, Paragraph
from schemas.plan import Kind

FILE = "owners.toml"
LEAST_MENTIONS = 3  # in the body
CLEAR_LEAD = 2  # times as many as the next
CLOSING = 12  # paragraphs at the end among which the sender's address stands

_BEFORE_OWNER = re.compile(r"(?<!\w)(?:for|i|til)\s+$")
_SITE_LETTERS: tuple[dict[int, str], ...] = (
    {ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"},
    {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"},
)
_LIST = re.compile(r"\s*(?:,|/|&|og|samt)\s*(?:og\s+)?")
_ADDRESS = re.compile(r"(?:@|www\.|//)(?:[\w-]+\.)*(?P<name>[\w-]+)\.(?:kommune|herad)\.no")


@dataclass(slots=True, frozen=True)
class OwnerMention:
    """A kommune that owns the document, named as in the register, and where the document says so."""

    name: str
    text: Text


def find_owners(outline: Outline, kind: Kind) -> list[OwnerMention]:
    """Return the kommuner whose document it is, in reading order; empty when it does not say."""
    if kind == "guidance":
        return []
    title = find_title(outline, kind)
    sources: tuple[Callable[[], Iterable[OwnerMention]], ...] = (
        lambda: _in_title(title) if title else [],
        lambda: _on_cover(outline),
        lambda: _worded(running_lines(outline)),
        lambda: _adopting(outline),
        lambda: _senders(outline),
        lambda: _most_named(outline, worded=True),
        lambda: _most_named(outline, worded=False),
    )
    found = next((owners for source in sources if (owners := list(source()))), [])
    return list({owner.name: owner for owner in reversed(found)}.values())[::-1]


def _in_title(title: Text) -> list[OwnerMention]:
    """Names with the word kommune, and bare ones behind «for», «i» and «til» with the list that they begin."""
    owners: list[OwnerMention] = []
    before: Mention | None = None
    for mention in find_kommuner(title.value):
        follows = before and _LIST.fullmatch(title.value, before.end, mention.start)
        if mention.worded or follows or _BEFORE_OWNER.search(fold(title.value[: mention.start])):
            owners.append(_owner(title, mention))
            before = mention
    return [] if _pattern("others").search(fold(title.value)) else owners


def _on_cover(outline: Outline) -> list[OwnerMention]:
    lines = [line.text for line in cover_lines(outline)]
    worded = _worded(lines)
    alone = [OwnerMention(mention.name, line) for line in lines if (mention := _whole_line(line.value))]
    if len({owner.name for owner in alone}) > 1 or not worded:
        return _in_order([*worded, *alone])
    return worded


def _whole_line(line: str) -> Mention | None:
    """Return the kommune whose name is the whole line; there an ordinary word is a name too."""
    name = line.strip(" .,:-–")
    found = find_kommuner(f"{name.title() if name.isupper() else name} kommune")
    return found[0] if found and found[0].start == 0 and found[0].end == len(name) + len(" kommune") else None


def _in_order(owners: Iterable[OwnerMention]) -> list[OwnerMention]:
    return sorted(owners, key=lambda owner: owner.text.words[0].place.start)


def _worded(lines: Iterable[Text]) -> list[OwnerMention]:
    """Return the kommuner that lines name with the word kommune, lines about others left out."""
    own = [line for line in lines if not _pattern("others").search(fold(line.value))]
    return [_owner(line, mention) for line in own for mention in find_kommuner(line.value) if mention.worded]


def _adopting(outline: Outline) -> list[OwnerMention]:
    """Return the kommuner whose councils adopted it."""
    texts = [p.text for _, p in outline.paragraphs() if cover_pattern("status").search(fold(p.text.value))]
    owners = _worded(texts)
    return [owner for owner in owners if re.search(r"styret?$", fold(owner.text.value))]


def _senders(outline: Outline) -> list[OwnerMention]:
    """Return the kommuner in the address that closes the document, or in its web addresses."""
    closing = [paragraph.text for _, paragraph in outline.paragraphs()][-CLOSING:] + list(outline.furniture)
    lines = [line for line in closing if _pattern("imprint").search(fold(line.value))]
    sites = [
        OwnerMention(_sites()[found["name"]], line.slice(found.start(), found.end()))
        for line in lines
        for found in _ADDRESS.finditer(fold(line.value))
        if found["name"] in _sites()
    ]
    return _worded(lines) or sites


def _most_named(outline: Outline, *, worded: bool) -> list[OwnerMention]:
    """Return the kommune that the body names most, when it clearly leads."""
    texts = (text for text in _body(outline) if not _pattern("others").search(fold(text.value)))
    owners = [
        _owner(text, mention)
        for text in texts
        for mention in find_kommuner(text.value)
        if mention.worded or not worded
    ]
    ranked = Counter(owner.name for owner in owners).most_common(2)
    if not ranked or ranked[0][1] < LEAST_MENTIONS:
        return []
    if len(ranked) > 1 and ranked[0][1] < CLEAR_LEAD * ranked[1][1]:
        return []
    return [owner for owner in owners if owner.name == ranked[0][0]][:1]


def _body(outline: Outline) -> Iterator[Text]:
    """Yield headings, paragraphs and the lines of table cells."""
    yield from (section.title for section in outline.sections)
    for _, block in outline.blocks():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (line.text for row in block.rows for cell in row for line in cell.lines)


def _owner(text: Text, mention: Mention) -> OwnerMention:
    return OwnerMention(mention.name, text.slice(mention.start, mention.end))


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)[table], "lines", file=FILE))


@cache
def _sites() -> dict[str, str]:
    """Return the names as web addresses write them: nord-odal and nordodal, notteroy and noetteroey."""
    names = {row["name"] for row in load_csv("kommuner.csv")}
    plain = {fold(name).replace(" ", glue): name for name in sorted(names) for glue in ("-", "")}
    joined = {spelt.replace("-", ""): name for spelt, name in plain.items()}
    return {
        key.translate(letters): name for key, name in (joined | plain).items() for letters in _SITE_LETTERS
    }
