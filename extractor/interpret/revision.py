"""When this plan is to be revised.

A coming revision is written with «neste» or «ny» («Ny plan skal leggjast fram i 2026»), with what is to happen
(«Full revisjon skal skje i 2026»), in the infinitive or in the passive, and with a year. How often the plan is revised
(«hvert fjerde år») is no date; what was revised already is a decision, and is written as a participle.
Other plans are revised too, so the sentence must speak of this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extractor.interpret.cover import cover_lines
from extractor.interpret.language import sentences
from extractor.interpret.roles import looks_back
from extractor.interpret.subjects import own_subjects
from extractor.interpret.wording import either, fold
from extractor.interpret.years import find_spans
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline

FILE = "decisions.toml"
REACH = 70  # characters between the revision and its year

_YEAR = re.compile(r"(?<![\d./-])(?:[0-3]?\d\.\s?[01]?\d\.\s?)?(?P<year>20\d\d)(?![\d/]|-\d)")
_IN = re.compile(
    r"(?<!\w)(?:i|innen|innan|løpet av|utgangen av|våren|vår|høsten|høst|hausten|haust|sommeren|sommaren)\s+$"
)
_FROM = re.compile(
    r"(?:\b(?:fra|frå|siden|sidan|etter|(?:sist|vedtatt|vedteken|vedteke|vedtak|godkjent|godkjend)(?:\s+(?:gang|gong))?"
    r"(?:\s+i)?))\s*$"
)
_OF = re.compile(r"\s+(?:av|til)\s+(?P<what>\w+(?:\s+\w+)?)")


def next_revision(outline: Outline) -> str | None:
    """Return the year of the next revision as EDTF, None when the document names none."""
    subjects = own_subjects(outline, parts=False)
    for statement, around in _statements(outline):
        for found in _revision().finditer(statement):
            year = _year(statement, found)
            if year and _is_own(found, statement, around, subjects):
                return year
    return None


def _is_own(found: re.Match[str], statement: str, around: str, subjects: re.Pattern[str]) -> bool:
    """Whether this plan is revised: told by what is revised, else by the sentence or what stands around it."""
    if of := _OF.match(found.string, found.end("event") if found["event"] else found.end()):
        return bool(subjects.search(of["what"]))
    if found["event"]:
        return bool(subjects.search(around))
    return bool(found["noun"] or subjects.search(statement))


def _statements(outline: Outline) -> Iterator[tuple[str, str]]:
    """Yield folded lines of the cover, then the sentences that speak of revision with their paragraphs."""
    cover = [fold(line.text.value) for line in cover_lines(outline)]
    for line, below in pairwise([*cover, ""]):  # «Neste revisjon» and «2025» may be two lines or two cells
        statement = f"{line}: {below}" if _YEAR.fullmatch(below) and not _YEAR.search(line) else line
        yield statement, statement
    for section, paragraph in outline.paragraphs():
        text = fold(paragraph.text.value)
        if (section is None or not looks_back(section)) and _revision().search(text) and _YEAR.search(text):
            yield from (
                (text[start:end], text) for start, end in sentences(paragraph.text.value, language=None)
            )


def _year(statement: str, revision: re.Match[str]) -> str | None:
    """Return the first year behind the revision, or the one right before it; years of a span are none."""
    spans = find_spans(statement)
    years = [
        year
        for year in _YEAR.finditer(statement)
        if not _FROM.search(statement[: year.start()])
        and not any(span.start <= year.start() < span.end for span in spans)
    ]
    behind = [year for year in years if 0 <= year.start() - revision.end() <= REACH]
    before = [
        year
        for year in years
        if 0 <= revision.start() - year.end() <= REACH and _IN.search(statement[: year.start()])
    ]
    chosen = behind[:1] or before[-1:]
    return chosen[0]["year"] if chosen else None


@cache
def _revision() -> re.Pattern[str]:
    revision = load_toml(FILE)["revision"]
    keys = ("nouns", "verbs", "next", "infinitives", "modals", "happens", "document", "follows")
    nouns, verbs, coming, infinitives, modals, happens, document, follows = (
        either(words(revision, key, file=FILE)) for key in keys
    )
    label = rf"\A\W*{nouns}(?=\s*:|\s+av\s+planen\s*:)"
    again = rf"{nouns}\b.{{0,{REACH}}}?\bneste\s+(?:gang|gong)"
    replaced = rf"(?<!at\s){coming}\s+{document}\s+{follows}"  # «vedtok at ny plan skal …» is the plan itself
    noun = rf"{coming}\s+(?:\w+\s+){{0,2}}?{nouns}|{label}|{again}|{replaced}"
    event = rf"(?P<event>{nouns})(?:\s+av\s+\w+(?:\s+\w+)?)?\s+(?:{modals}|{happens})"
    infinitive = rf"{modals}\s+(?:\w+\s+){{0,4}}?{infinitives}"
    return re.compile(rf"(?<!\w)(?:(?P<noun>{noun})|{event}|{verbs}|{infinitive})(?!\w)")
