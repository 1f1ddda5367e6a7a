"""Whose plan it is.

Plans name neighbours, partners and examples beside their owner, so the places where a document says who it belongs to
are asked one after the other; the first that names a kommune answers:

1. the title («for Bygda kommune», «Bygdas kulturplan», «Rusplan Bygda og Grenda»),
2. the cover: names with the word kommune or on a line of their own, and lists («de fire kommunene A, B, C og D»),
3. the running headers,
4. the council that adopted it («vedtatt av Bygda kommunestyre», «kommunestyret i Bygda vedtok planen»),
5. the sender's address, as web pages and letters end with,
6. sentences of the opening chapters that say whose plan it is, and forewords that are signed (`owner_statements`),
7. the body, when one kommune is named clearly more often than all others; first with the word kommune, then without.

The last three are not asked where the cover speaks of a county: its plans name many kommuner. An intermunicipal plan
has several owners; guidance has none. For names that two kommuner share, `owner_hints` finds number or county.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extractor.document import Text
from extractor.interpret.case_front import case_front
from extractor.interpret.cover import cover_lines, names_a_plan, running_lines
from extractor.interpret.kommune_names import FILE, Mention, find_kommuner, is_surname, listed
from extractor.interpret.owner_hints import fylke_of, is_shared, names_of, number_of, split_number
from extractor.interpret.owner_sites import find_sites
from extractor.interpret.owner_statements import others, stated_owners
from extractor.interpret.subjects import own_subjects
from extractor.interpret.titles import find_title
from extractor.interpret.votes import adoption_words
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline, Paragraph
from schemas.plan import Kind

LEAST_MENTIONS = 3  # in the body
CLEAR_LEAD = 2  # times as many as the next
CLOSING = 12  # paragraphs at the end among which the sender's address stands

_BEFORE_OWNER = re.compile(r"(?<!\w)(?:for|i|til)\s+$")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,/|&•·–-]|og|samt)?\s*(?:og\s+)?\s*")
_REST_OF_LIST = re.compile(r"(?:[\s\d,/&:.–-]|\bog\b)*")
_LIST = re.compile(r"\s*(?:,|/|&|og|samt)\s*(?:og\s+)?")


@dataclass(slots=True, frozen=True)
class OwnerMention:
    """A kommune that owns the document, named as in the register, and where the document says so."""

    name: str
    text: Text
    fylke: str | None = None  # the county that the document gives it
    number: str | None = None  # the number that the document gives it


def find_owners(outline: Outline, kind: Kind) -> list[OwnerMention]:
    """Return the kommuner whose document it is, in reading order; empty when it does not say."""
    if kind == "guidance":
        return []
    title = find_title(outline, kind)
    sources: tuple[Callable[[], Iterable[OwnerMention]], ...] = (
        lambda: _in_title(title) if title else [],
        lambda: _on_cover(outline, kind),
        lambda: _worded(running_lines(outline)),
        lambda: _adopting(outline),
        lambda: [] if _is_of_a_county(outline) else _body_owners(outline),
    )
    found = next((owners for source in sources if (owners := list(source()))), [])
    owners = list({owner.name: owner for owner in reversed(found)}.values())[::-1]
    return [_told_apart(owner, outline) if is_shared(owner.name) else owner for owner in owners]


def _told_apart(owner: OwnerMention, outline: Outline) -> OwnerMention:
    """Add county and number that the document gives the owner of a name that two kommuner share."""
    if owner.fylke or owner.number:
        return owner
    number = number_of(owner.name, outline)
    return replace(owner, number=number, fylke=None if number else fylke_of(owner.name, outline))


def _is_of_a_county(outline: Outline) -> bool:
    lines = [line.text for line in cover_lines(outline)] + running_lines(outline)
    return any(_county().search(fold(line.value)) for line in lines)


def _body_owners(outline: Outline) -> list[OwnerMention]:
    stated = [_owner(text, mention) for text, mention in stated_owners(outline)]
    by_address = _senders(outline)
    if by_address and len(stated) < 2:  # an address is that of the secretary where several own a plan
        return by_address
    return stated or _most_named(outline)


def _in_title(title: Text) -> list[OwnerMention]:
    """Names with the word kommune, and bare ones where a title names its owner, with the list that they begin."""
    owners: list[OwnerMention] = []
    before: Mention | None = None
    sure = {mention.start for mention in find_kommuner(title.value)}
    for mention in find_kommuner(title.value, ordinary=True):
        follows = before and _LIST.fullmatch(title.value, before.end, mention.start)
        if mention.worded or follows or _stands_as_owner(title.value, mention, sure=mention.start in sure):
            owners.append(_owner(title, mention))
            before = mention
    return [] if others().search(fold(title.value)) else owners


def _stands_as_owner(title: str, mention: Mention, *, sure: bool) -> bool:
    """Whether a bare name stands behind «for», in the genitive at the beginning, or last behind the plan's name.

    A name that is an ordinary word too, so not `sure`, must be a genitive, or stand behind «for» and be the last or in
    a list to the end.
    """
    before, behind = fold(title[: mention.start]), fold(title[mention.end :])
    is_last = bool(_REST_OF_LIST.fullmatch(_without_kommuner(title[mention.end :])))
    if _BEFORE_OWNER.search(before):
        return sure or is_last
    if not before:
        return bool(re.match(r"(?:s|')?\s" if sure else r"(?:s|')\s", behind)) and names_a_plan(behind)
    return sure and is_last and names_a_plan(before)


def _without_kommuner(text: str) -> str:
    for mention in reversed(find_kommuner(text, ordinary=True)):
        text = text[: mention.start] + text[mention.end :]
    return fold(text)


def _on_cover(outline: Outline, kind: Kind) -> list[OwnerMention]:
    cover = cover_lines(outline)
    lines = [line.text for line in (case_front(cover) if kind == "case_document" else cover)]
    worded = _of_their_own(_worded(lines), lines)
    alone = [owner for line in lines if (owner := _alone(line))]
    lists = [owner for line in lines for owner in _list_alone(line)]
    if len({owner.name for owner in [*alone, *lists]}) > 1 or not worded:
        return _in_order([*worded, *alone, *lists])
    return worded


def _of_their_own(worded: list[OwnerMention], lines: Sequence[Text]) -> list[OwnerMention]:
    """Return those that fill a line, and lists that hold one of them; where none fills a line, return all."""
    whole = {line.value.strip(" .,:-–") for line in lines}
    filling = {owner.name for owner in worded if owner.text.value in whole}
    lists = [
        {mention.name for mention in group}
        for line in lines
        for group in listed(fold(line.value), find_kommuner(line.value))
    ]
    own = filling.union(*(names for names in lists if names & filling))
    return [owner for owner in worded if owner.name in own] or worded


def _list_alone(line: Text) -> list[OwnerMention]:
    """Return the kommuner of a line that holds several names and nothing else, or ends so («… for Bygda og Vika»)."""
    value = line.value.title() if line.value.isupper() else line.value
    mentions = find_kommuner(value, ordinary=True)
    gaps = [value[one.end : other.start] for one, other in pairwise(mentions)]
    between = [bool(_BETWEEN_NAMES.fullmatch(fold(gap))) for gap in gaps]
    if not gaps or not all(between) or not _BETWEEN_NAMES.fullmatch(fold(value[mentions[-1].end :])):
        return []
    before = fold(value[: mentions[0].start])
    joint = _joint().search(before) and not others().search(before)
    return [_owner(line, one) for one in mentions] if joint or _BETWEEN_NAMES.fullmatch(before) else []


def _alone(line: Text) -> OwnerMention | None:
    """Return the kommune whose name or number is the whole line; an ordinary word is a name there too."""
    name, number = split_number(line.value.strip(" .,:-–"))
    if number and not name:
        (only, *more) = sorted(names_of(number))
        return None if more else OwnerMention(only, line, number=number)
    found = find_kommuner(name.title() if name.isupper() else name, ordinary=True)
    if len(found) == 1 and not found[0].worded and (found[0].start, found[0].end) == (0, len(name)):
        return OwnerMention(found[0].name, line, found[0].fylke, number)
    return None


def _in_order(owners: Iterable[OwnerMention]) -> list[OwnerMention]:
    return sorted(owners, key=lambda owner: owner.text.words[0].start)


def _worded(lines: Iterable[Text]) -> list[OwnerMention]:
    """Return the kommuner that lines name with the word kommune, lines about others left out."""
    own = [line for line in lines if not others().search(fold(line.value))]
    return [_owner(line, mention) for line in own for mention in find_kommuner(line.value) if mention.worded]


def _adopting(outline: Outline) -> list[OwnerMention]:
    """Return the kommuner whose councils adopted this plan."""
    subjects = own_subjects(outline, parts=False)
    verbs = adoption_words("verbs")
    owners = []
    for _, paragraph in outline.paragraphs():
        text, small = paragraph.text, fold(paragraph.text.value)
        if verbs.search(small) and (subjects.search(small) or verbs.match(small)):
            owners += [owner for owner in _worded([text]) if _names_council(text, owner)]
    return owners


def _names_council(text: Text, owner: OwnerMention) -> bool:
    """Whether a council is named, not just the kommune («Bygda bystyre», «kommunestyret i Bygda»)."""
    before = fold(text.value).partition(fold(owner.text.value))[0]
    return bool(re.search(r"styret?$", fold(owner.text.value)) or re.search(r"styret\s+i\s+$", before))


def _senders(outline: Outline) -> list[OwnerMention]:
    """Return the kommuner in the address that closes the document, or in its web addresses."""
    closing = [paragraph.text for _, paragraph in outline.paragraphs()][-CLOSING:] + list(outline.furniture)
    lines = [line for line in closing if _imprint().search(fold(line.value))]
    sites = [
        OwnerMention(site.name, line.slice(site.start, site.end), site.fylke)
        for line in lines
        for site in find_sites(line.value)
    ]
    return _worded(lines) or sites


def _most_named(outline: Outline) -> list[OwnerMention]:
    """Return the kommune that the body names most, when it clearly leads; best with the word kommune."""
    found = [
        (text, mention)
        for text in _body(outline)
        if (mentions := find_kommuner(text.value)) and not others().search(fold(text.value))
        for mention in mentions
    ]
    worded = [_owner(text, mention) for text, mention in found if mention.worded]
    bare = [
        _owner(text, mention)
        for text, mention in found
        if mention.worded or not is_surname(text.value, mention)
    ]
    return _leading(worded) or _leading(bare)


def _leading(owners: Sequence[OwnerMention]) -> list[OwnerMention]:
    """Return the first mention of the kommune that is clearly named most."""
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
    return OwnerMention(mention.name, text.slice(mention.start, mention.end), mention.fylke)


@cache
def _county() -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)["county"], "lines", file=FILE))


@cache
def _joint() -> re.Pattern[str]:
    """Return a pattern for the end of a text that announces the owners."""
    return re.compile(rf"(?<!\w){either(words(load_toml(FILE)['joint'], 'lines', file=FILE))}:?\s+$")


@cache
def _imprint() -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)["imprint"], "lines", file=FILE))
