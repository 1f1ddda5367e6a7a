"""Reads a statement that something was adopted: who decided, when, and the number of the case.

Each word of adoption, and each body or council behind it, begins a vote of its own («vedtatt av formannskapet
12.01.2016 og kommunestyret 26.01.2016»); a statement with one date is one vote, in whatever order its parts stand. A
vote needs a body and a date or a case number, or both of these, or is a date with «vedtatt» and nothing else. Archive
numbers and bare fractions are no case numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from extractor.document import Text
from extractor.interpret.days import find_days
from extractor.interpret.evidence import evidence
from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words
from schemas import Decision

FILE = "decisions.toml"
COUNCILS = frozenset({"kommunestyret", "bystyret", "heradsstyret"})
LAST_WORD = COUNCILS | {"fylkestinget"}  # whose vote needs no word of adoption on a cover
SUBJECT_REACH = 30  # characters between «Tiltaksdelen ble …» and its verb

_CASE = re.compile(r"(?<![\d/.])(?P<number>\d{1,5}\s?/\s?(?:(?:19|20)\d\d|\d\d))(?![\d/]|-\d)")
# modern case systems write the year first: «PS 25/143»
_YEAR_FIRST = re.compile(r"(?<![\d/.])(?P<number>\d\d\s?/\s?\d{3})(?![\d/]|-\d)")
_ARCHIVE = re.compile(r"(?:arkiv\w*|esa|j\.?\s?post\w*|ref)[\s.:-]*(?:sak\s*)?(?:nr[\s.:]*)?$")
_COMMITTEE = (
    r"(?:(?:[\w-]+-\s+og\s+)?\w*(?:utvalg(?:et)?|utval(?:et)?|komit[eé]en|komit[eé]|nemnda)"
    r"(?:\s+for\s+[\w-]+(?:(?:,|\s+og)\s+[\w-]+){0,3})?)"
)


def is_council(body: str) -> bool:
    """Whether `body` is the council itself, whose vote is the last word («Kommunestyret», «Tana bystyre»)."""
    found = body_pattern().search(fold(body))
    return found is not None and register_name(found) in COUNCILS


def read_votes(statement: Text) -> Iterator[Decision]:
    """Yield the votes in a statement: each word of adoption, and each body behind it, begins one."""
    small = fold(statement.value)
    if adoption_words("others").search(small):
        return
    body: str | None = None
    for start, end in _clauses(small):
        body = _body(statement.value[start:end]) or body
        days = [day for day in find_days(small) if start <= day.start < end]
        cases = [case for case in find_cases(small) if start <= case[1] < end]
        if not (days or cases) or not (body or (days and cases) or _is_dated(small)):
            continue
        stop = max([day.end for day in days[:1]] + [case[2] for case in cases[:1]] + [start])
        raw = statement.slice(_with_subject(small, start), stop)
        yield Decision(
            raw=raw.value,
            body=body,
            case_number=cases[0][0] if cases else None,
            date=days[0].iso if days else None,
            source=evidence(raw),
        )


def _is_dated(statement: str) -> bool:
    """Whether it is a word of adoption with its date and nothing else («Vedtatt: 12.12.2019»)."""
    days = find_days(statement)
    rest = statement[: days[0].start] + statement[days[0].end :] if len(days) == 1 else statement
    return bool(_alone().fullmatch(rest))


def _clauses(text: str) -> list[tuple[int, int]]:
    """Return the parts of a folded statement that may each hold a vote, from the word of adoption on."""
    verbs = list(adoption_words("verbs").finditer(text))
    bodies = list(body_pattern().finditer(text))
    starts = {_active_start(verb, bodies) for verb in verbs}
    after = [body for body in bodies if verbs and body.start() > verbs[0].start()]
    others = {
        _council_start(text, body)
        for before, body in pairwise(after)
        if register_name(before) != register_name(body) or _council_start(text, body) < body.start()
    }
    if not others and len(find_days(text)) < 2 and len(find_cases(text)) < 2:
        parts = [found.start() for found in bodies] + [day.start for day in find_days(text)]
        before = [start for start in starts if start <= min(parts, default=0)]
        closes = bool(starts) and max(parts, default=0) < min(starts)  # «Kommunestyret 25.03.2015 (vedtatt)»
        starts = {0 if closes else max(before or starts, default=0)}
    return list(pairwise([*sorted(starts | others), len(text)]))


def _council_start(text: str, body: re.Match[str]) -> int:
    """Return where the name of the kommune stands whose body it is («Tana bystyre»), else where the body stands."""
    named = (
        one.start for one in find_kommuner(text.title()) if one.worded and one.start < body.start() < one.end
    )
    return next(named, body.start())


def _active_start(verb: re.Match[str], bodies: list[re.Match[str]]) -> int:
    """Return where the clause of `verb` begins: at the body before an active verb, else at the verb."""
    before = [body.start() for body in bodies if body.start() < verb.start()]
    return before[-1] if before and adoption_words("active").fullmatch(verb.group()) else verb.start()


def _with_subject(text: str, start: int) -> int:
    """Return where the subject right before the clause begins («Tiltaksdelen revidert …»), else its start."""
    found = list(_parts().finditer(text, max(start - SUBJECT_REACH, 0), start))
    return found[-1].start() if found else start


def find_cases(text: str) -> list[tuple[str, int, int]]:
    """Return the case numbers in `text` with their places; archive numbers and bare fractions are none."""
    small = fold(text)
    years = {day.iso[:4] for day in find_days(small)}
    cases = []
    for found in _CASE.finditer(small):
        before, number = small[: found.start()], re.sub(r"\s", "", found["number"])
        dated = any(year.endswith(number.split("/")[1]) for year in years)
        if (_case_prefix().search(before) or dated) and not _ARCHIVE.search(before):
            cases.append((number, found.start(), found.end()))
    for found in _YEAR_FIRST.finditer(small):
        before, number = small[: found.start()], re.sub(r"\s", "", found["number"])
        dated = any(year.endswith(number.split("/")[0]) for year in years)
        if _case_prefix().search(before) and dated and not _ARCHIVE.search(before):
            cases.append((number, found.start(), found.end()))
    return cases


def _body(clause: str) -> str | None:
    """Return who decides: the name in the register of bodies, else the committee as written."""
    found = body_pattern().search(fold(clause))
    if not found:
        return None
    return register_name(found) or clause[found.start() : found.end()].strip()


def register_name(found: re.Match[str]) -> str | None:
    """Return the name that the register has for a body or for the prefix of its case numbers."""
    adoption = load_toml(FILE)["adoption"]
    table, word = ("bodies", found["body"]) if found["body"] else ("prefixes", found["prefix"])
    return next((str(name) for name, forms in adoption[table].items() if word in forms), None)


@cache
def adoption_words(key: str) -> re.Pattern[str]:
    """Return a pattern for the words of `adoption.<key>`: verbs, active, others, alone."""
    return any_word(words(load_toml(FILE)["adoption"], key, file=FILE))


@cache
def _alone() -> re.Pattern[str]:
    verbs = words(load_toml(FILE)["adoption"], "alone", file=FILE)
    return re.compile(rf"\W*{either(verbs)}\W*(?:(?:dato|den|i\s+møte)\W*)*")


@cache
def _parts() -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)["subjects"], "parts", file=FILE))


@cache
def _case_prefix() -> re.Pattern[str]:
    prefixes = either(form for forms in load_toml(FILE)["adoption"]["prefixes"].values() for form in forms)
    return re.compile(rf"(?<!\w)(?:{prefixes}?[\s.-]*saks?|ps|{prefixes})[\s.:-]*(?:nr|nummer)?[\s.:]*$")


@cache
def body_pattern() -> re.Pattern[str]:
    """Return a pattern for bodies, prefixes of case numbers and committees."""
    adoption = load_toml(FILE)["adoption"]
    bodies = either(form for forms in adoption["bodies"].values() for form in forms)
    prefixes = either(form for forms in adoption["prefixes"].values() for form in forms)
    before_number = r"(?=[\s.-]{1,2}(?:sak)?[\s.:nr-]*\d+/\d)"
    return re.compile(
        rf"(?<![\w-])(?:(?P<body>{bodies})(?!\w)|(?P<prefix>{prefixes}){before_number}|{_COMMITTEE})"
    )
