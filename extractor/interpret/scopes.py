"""Sentences that say for all tiltak of a chapter who answers for them, or by when they are done.

    Kultursjefen er ansvarlig for tiltakene i dette kapittelet.
    Ansvarleg for alle tiltaka i tabellen er teknisk sjef.
    Kommuneoverlegen har ansvaret for tiltaka i kapittel 4.2 om ikkje anna er sagt.
    Tiltakene nedenfor skal være gjennomført innen utgangen av 2027.

They count when all of the sentence says this and the sentence names its reach: a chapter, a table, what stands below,
what goes in general («der ikke annet er oppgitt»), or tiltak of a kind that the heading names («driftstiltaka» in
«Drift»); a time in a chapter of tiltak is that of these tiltak. «Rådmannen har ansvaret for tiltakene i planen» only
says who leads the work. What a tiltak says itself stands; of several sentences the one with the smallest reach holds,
and two that differ cancel each other out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.document import Text
from extractor.interpret.drafts import TiltakDraft
from extractor.interpret.language import Language, sentences
from extractor.interpret.roles import section_role
from extractor.interpret.times import is_time
from extractor.interpret.told import is_party
from extractor.interpret.wording import either, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline, Section

FILE = "told.toml"
STEM = 5  # letters of a kind of tiltak that the heading must have: «drift», «inves»
CHAPTER = r"(?P<chapter>\d{1,2}(?:\.\d{1,2}){0,3}|[a-zæøå]\d{0,2}(?=\W|$))"
ABANDONED = frozenset({"proposed", "implemented", "discontinued", "established"})

TIMES: tuple[Role, ...] = ("time", "deadline")

Role = Literal["responsible", "time", "deadline"]


@dataclass(slots=True, frozen=True)
class Scope:
    """What holds for the tiltak of a chapter and its parts."""

    role: Role
    value: Text
    section: Section | None  # where it is said
    chapter: str | None = None  # the number of another chapter that it holds for
    everywhere: bool = False  # it holds for the whole plan


def read_scopes(text: Text, section: Section | None, *, language: Language) -> Iterator[Scope]:
    """Yield what the sentences of a paragraph say for all tiltak around it."""
    if not _measures().search(fold(text.value)):
        return
    for start, end in sentences(text.value, language=language):
        if _measures().search(fold(text.value[start:end])) and (scope := _scope(text, start, end, section)):
            yield scope


def hand_down(scopes: Iterable[Scope], tiltak: Iterable[TiltakDraft], outline: Outline) -> None:
    """Give the tiltak that do not say so themselves what is said for all of their chapter."""
    numbered = {fold(section.number): section for section in reversed(outline.sections) if section.number}
    reach = [(scope, numbered.get(scope.chapter) if scope.chapter else scope.section) for scope in scopes]
    for draft in tiltak:
        if draft.status in ABANDONED:
            continue
        around = list(draft.section.ancestors()) if draft.section else []
        if draft.responsible is None and (who := _nearest("responsible", reach, around)):
            draft.responsible = who.value
        for role in TIMES if draft.schedule is None and not draft.status_raw else ():
            if when := _nearest(role, reach, around):
                draft.schedule, draft.is_deadline = when.value, role == "deadline"


def _nearest(role: Role, reach: list[tuple[Scope, Section | None]], around: list[Section]) -> Text | None:
    """Return what the sentences with the smallest reach say, when they say the same."""
    said = [(scope, section) for scope, section in reach if scope.role == role]
    for place in around:
        values = [scope.value for scope, section in said if section is place and not scope.everywhere]
        if values:
            return values[0] if len({fold(value.value) for value in values}) == 1 else None
    values = [scope.value for scope, _ in said if scope.everywhere]
    return values[0] if len({fold(value.value) for value in values}) == 1 else None


def _scope(text: Text, start: int, end: int, section: Section | None) -> Scope | None:
    value = fold(text.value[start:end].rstrip(". "))
    for role, pattern in _patterns():
        found = pattern.fullmatch(value)
        if found is None or not _reaches(found, section):
            continue
        said = found["said"]
        if is_party(said) if role == "responsible" else is_time(said) and re.search(r"\d", said):
            named = text.slice(start + found.start("said"), start + found.end("said"))
            return Scope(role, named, section, found["chapter"], bool(found["plan"]))
    return None


def _reaches(found: re.Match[str], section: Section | None) -> bool:
    """Whether a sentence says how far it holds; who leads the whole plan is no party of each tiltak."""
    if found["plan"]:
        return bool(found["unless"] or "when" in found.re.groupindex)
    if found["chapter"] or found["here"] or found["unless"]:
        return True
    if section is None:
        return False
    if "when" in found.re.groupindex and section_role(section) == "measures":
        return True
    kind = (found["kind"] or "").strip()
    return len(kind) >= STEM and kind[:STEM] in fold(section.title.value)


@cache
def _measures() -> re.Pattern[str]:
    return re.compile(r"tiltak(?:ene|a)?\b")


@cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    """Return the sentences that are read; each has the groups of `what` and names somebody or a time in `said`."""
    here, chapter, plan, unless = (_either(key) for key in ("here", "chapter", "plan", "unless"))
    what = (
        rf"(?:{_either('all')}\s+)?(?P<kind>\w{{3,}}?(?=s?tiltak)|(?:\w+\s)?)s?tiltak(?:ene|a)?"
        rf"(?:\s+(?:(?P<here>{here})|(?:{chapter}|i(?=\s+(?:[a-h]\d|\d+\.\d)))\s+{CHAPTER}|(?P<plan>{plan})))?"
    )
    unless = rf"(?:,?\s+(?P<unless>{unless}\b.*))?"
    duty = rf"(?:{_either('has')}\s+{_either('duty')}|{_either('answers')})"
    of = rf"\s+for\s+(?:{_either('carrying')}\s+)?"
    at = r"(?:at\s+)?"
    done = rf"(?:\s+{_either('done')})?"
    said = r"(?P<said>.+?)"
    return (
        ("responsible", re.compile(rf"{said}\s+{duty}{of}{at}{what}{done}{unless}")),
        (
            "responsible",
            re.compile(rf"{_either('named')}{of}{what}{unless}(?:\s+(?:er|blir|vert)\s+|\s?:\s+){said}"),
        ),
        (
            "responsible",
            re.compile(rf"{_either('duty')}{of}{what}{unless}(?:\s+{_either('lies')}\s+|\s?:\s+){said}"),
        ),
        ("time", re.compile(rf"{what}\s+(?P<when>{_either('is_done')})\s+{said}{unless}")),
        (
            "deadline",
            re.compile(
                rf"{_either('due')}{of}{what}{unless}(?P<when>\s+{_either('falls')}\s+|\s?:\s+){said}"
            ),
        ),
    )


def _either(key: str) -> str:
    table = load_toml(FILE)
    return either(words(table["scope"] if key in table["scope"] else table, key, file=FILE))
