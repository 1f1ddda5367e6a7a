"""What kind of plan it is and which years it is for; the title comes from `titles`.

**Plan type.** The title decides. Where it does not («Temaplan 2020–2024»), the cover and the running headers are asked
for lines that name a plan, and last the headings, when one type clearly leads there.

**Period.** The title decides; then the cover and running headers; then sentences that say which years this plan is for.
Years of other plans, of budgets and of licences are no answer, and neither is the period of a plan that a case document
or a guide is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from extractor.document import Text
from extractor.interpret.case_front import case_front, subject
from extractor.interpret.cover import cover_lines, names_a_plan, running_lines
from extractor.interpret.evidence import evidence
from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.roles import looks_back
from extractor.interpret.titles import find_title
from extractor.interpret.wording import any_word, fold
from extractor.interpret.years import find_spans
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline
from schemas import Period
from schemas.plan import Kind

__all__ = ["find_period", "find_title", "is_land_use", "plan_type"]

TYPES = "plan_types.toml"
DECISIONS = "decisions.toml"
REACH = 30  # characters behind «planperioden» in which its years stand
LEAST_HEADINGS = 3  # headings that speak of a type before they decide
CLEAR_LEAD = 2  # times as many as the next

_PERIOD_LINE = re.compile(
    r"(?:\W|\d|\b(?:plan|virke|verke)?(?:perioden?|tid)\b"
    r"|\b(?:planen|gjeld|gjelder|fra|frå|til|og|med|for|i|åra|årene)\b)+"
)


class _Cue(NamedTuple):
    """Words that tell a type of plan; the lowest rank decides."""

    rank: int
    words: str
    type_of_plan: str
    pattern: re.Pattern[str]


def plan_type(title: Text | None, outline: Outline, kind: Kind) -> str | None:
    """Return the id of the plan's type, or of the plan that a case document or guide is about; None when unclear."""
    found = _found_type(title, outline, kind)
    return found if found and not load_toml(TYPES)[found].get("unlisted") else None


def is_land_use(title: Text | None, outline: Outline, kind: Kind) -> bool:
    """Whether the plan says what may be built where; «tiltak» in it are buildings and no promises."""
    found = _found_type(title, outline, kind)
    return bool(found and load_toml(TYPES)[found].get("land_use"))


def _found_type(title: Text | None, outline: Outline, kind: Kind) -> str | None:
    if title and (found := named_type(subject(title.value))):
        return found
    opening = cover_lines(outline)
    if kind == "case_document":  # below its opening a case names budgets and other plans in passing
        opening = case_front(opening)
    lines = [line.text for line in opening] + running_lines(outline)
    named = Counter(found for text in lines if names_a_plan(text.value) and (found := named_type(text.value)))
    headings = Counter(found for section in outline.sections if (found := named_type(section.title.value)))
    return _leader(named, least=1) or (_leader(headings, least=LEAST_HEADINGS) if kind == "plan" else None)


def find_period(outline: Outline, title: Text | None, kind: Kind) -> Period | None:
    """Return the years that the plan is for, as written and as numbers; None when it does not say."""
    if kind in ("case_document", "guidance"):
        return None
    for text in _may_tell_period(outline, title):
        for span in find_spans(text.value)[:1]:
            place = text.slice(span.start, span.end)
            return Period(
                raw=place.value,
                start_year=span.first,
                end_year=span.last,
                edtf=f"{span.first}/{span.last}",
                source=evidence(place),
            )
    return None


def named_type(text: str) -> str | None:
    """Return the type whose cue comes first in `text`, the longest of those that begin together."""
    small = fold(text)
    found = [
        (cue.rank, match.start(), -len(cue.words), cue.type_of_plan)
        for cue in _cues()
        for match in cue.pattern.finditer(small)
    ]
    return min(found)[-1] if found else None


def _leader(counts: Counter[str], *, least: int) -> str | None:
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < least:
        return None
    clear = len(ranked) == 1 or ranked[0][1] >= CLEAR_LEAD * ranked[1][1]
    return ranked[0][0] if clear else None


def _may_tell_period(outline: Outline, title: Text | None) -> Iterator[Text]:
    """Yield what may say which years the plan is for, the most trusted first, other plans' years left out."""
    if title:
        yield title
    lines = [line.text for line in cover_lines(outline)] + running_lines(outline)
    own = [text for text in lines if not _others().search(fold(text.value))]
    yield from (text for text in own if _is_period_line(text.value))
    yield from (text for text in own if names_a_plan(text.value))
    for section, paragraph in outline.paragraphs():
        if section is None or not looks_back(section):
            yield from _statements(paragraph.text)


def _is_period_line(line: str) -> bool:
    """Whether a line is years, at times with the name of the kommune («Bygda kommune 2020-2024»)."""
    for mention in reversed(find_kommuner(line)):
        if mention.worded:
            line = line[: mention.start] + line[mention.end :]
    return bool(_PERIOD_LINE.fullmatch(fold(line)))


def _statements(text: Text) -> Iterator[Text]:
    """Yield the parts of running text that say which years this plan is for."""
    small = fold(text.value)
    for opener in _openers().finditer(small):
        start = max(small.rfind(". ", 0, opener.start()) + 1, 0)
        end = min(opener.end() + REACH, len(small))
        if not _others().search(small[start:end]):
            yield text.slice(opener.start(), end)


@cache
def _openers() -> re.Pattern[str]:
    return any_word(words(load_toml(DECISIONS)["period"], "openers", file=DECISIONS))


@cache
def _others() -> re.Pattern[str]:
    return any_word(words(load_toml(DECISIONS)["period"], "others", file=DECISIONS))


@cache
def _cues() -> tuple[_Cue, ...]:
    """Return the cues of all types, beginnings of words and whole words."""
    types = load_toml(TYPES)
    return tuple(
        _Cue(_rank(types[name], cue), cue, name, re.compile(rf"(?<!\w){re.escape(fold(cue))}{end}"))
        for name in types
        for cues, end in ((types, ""), ({name: types[name].get("whole")}, r"(?![\w-])"))
        if cues[name]
        for cue in words(cues, name, file=TYPES)
    )


def _rank(entry: dict[str, Any], cue: str) -> int:
    """Return 0 for a cue that always decides, 2 for one that gives way, 1 for the rest."""
    return 0 if entry.get("always") else 2 if cue in entry.get("weak", ()) else 1
