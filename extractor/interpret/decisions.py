"""Who adopted this plan, and when.

Covers and footers state it without a subject («Vedtatt av kommunestyret 16.06.2016, sak 45/16»). In the body only
sentences about this plan count («Denne planen ble vedtatt …»): most adoptions that a plan mentions are those of the
plan before it, of other plans, or of drafts on their way, so a sentence of the body never goes further back than the
cover. A statement needs a word of adoption, the body, and a date or a case number, or else both of these; a form that
nobody filled in («vedtatt av: ……») has neither. The same vote stated twice is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from extractor.document import Table, Text
from extractor.interpret.cover import cover_lines, running_lines
from extractor.interpret.days import find_days
from extractor.interpret.evidence import evidence
from extractor.interpret.language import sentences
from extractor.interpret.revision import next_revision
from extractor.interpret.roles import looks_back
from extractor.interpret.subjects import own_subjects
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline
from schemas import Decision

__all__ = ["find_decisions", "next_revision"]

FILE = "decisions.toml"
SUBJECT_REACH = 30  # characters between «Tiltaksdelen ble …» and its verb
CONTINUED = 8  # words: a cover line that holds a vote, or the date of the vote above it, has no more
CONTROL_ROWS = 12  # a table on the cover with document control has no more

_CASE = re.compile(r"(?<![\d/.])(?P<number>\d{1,5}\s?/\s?(?:(?:19|20)\d\d|\d\d))(?![\d/]|-\d)")
_ARCHIVE = re.compile(r"(?:arkiv\w*|esa|j\.?\s?post\w*|ref)[\s.:-]*(?:sak\s*)?(?:nr[\s.:]*)?$")
_COMMITTEE = (
    r"(?:(?:[\w-]+-\s+og\s+)?\w*(?:utvalg(?:et)?|utval(?:et)?|komit[eé]en|komit[eé]|nemnda)"
    r"(?:\s+for\s+[\w-]+(?:(?:,|\s+og)\s+[\w-]+){0,3})?)"
)


def find_decisions(outline: Outline) -> list[Decision]:
    """Return the votes that adopted or changed this plan, in reading order, each once."""
    stated = [decision for text in _cover_statements(outline) for decision in _read(text)]
    first = min((decision.date for decision in stated if decision.date), default="")
    told = [decision for text in _body_statements(outline) for decision in _read(text)]
    return _each_once(
        [*stated, *(decision for decision in told if not decision.date or decision.date >= first)]
    )


def _cover_statements(outline: Outline) -> Iterator[Text]:
    """Yield cover lines and running lines that speak of adoption, with the line below where the date stands there."""
    lines = [line.text for line in cover_lines(outline)]
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if not _verb_in(line):
            if _is_bare_vote(line):
                yield line
            continue
        lacking = not find_days(line.value) or not _cases(line.value)
        goes_on = following and len(following.value.split()) <= CONTINUED and not _verb_in(following)
        yield line + following if lacking and goes_on and following else line
    yield from (line for line in running_lines(outline) if _verb_in(line))
    for block in outline.front:
        if isinstance(block, Table) and len(block.rows) <= CONTROL_ROWS:
            yield Text.of(word for row in block.rows for cell in row for word in cell.words)


def _is_bare_vote(line: Text) -> bool:
    """Whether a cover line is body, date and case number and little else («Kommunestyret 16.06.2016, sak 45/16»)."""
    small = fold(line.value)
    body = _bodies().match(small)
    if not body or not _name(body) or len(small.split()) > CONTINUED:
        return False
    return bool(_cases(small)) and bool(find_days(small) or body["prefix"])


def _verb_in(line: Text) -> bool:
    return bool(_pattern("verbs").search(fold(line.value)))


def _body_statements(outline: Outline) -> Iterator[Text]:
    """Yield the sentences that say of this very plan that it was adopted or changed."""
    subjects = own_subjects(outline, parts=True)
    for section, paragraph in outline.paragraphs():
        text = paragraph.text
        if section is None or looks_back(section) or not _verb_in(text):
            continue
        for start, end in sentences(text.value, language=None):
            small = fold(text.value[start:end])
            if subjects.search(small) and not _pattern("others").search(small):
                yield text.slice(start, end)


def _read(statement: Text) -> Iterator[Decision]:
    """Yield the votes in a statement: each word of adoption, and each body behind it, begins one."""
    small = fold(statement.value)
    if _pattern("others").search(small):
        return
    body: str | None = None
    for start, end in _clauses(small):
        body = _body(statement.value[start:end]) or body
        days = [day for day in find_days(small) if start <= day.start < end]
        cases = [case for case in _cases(small) if start <= case[1] < end]
        if not (days or cases) or not (body or (days and cases)):
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


def _clauses(text: str) -> list[tuple[int, int]]:
    """Return the parts of a folded statement that may each hold a vote, from the word of adoption on."""
    verbs = list(_pattern("verbs").finditer(text))
    bodies = list(_bodies().finditer(text))
    starts = {_active_start(verb, bodies) for verb in verbs}
    after = [body for body in bodies if verbs and body.start() > verbs[0].start()]
    others = {body.start() for before, body in pairwise(after) if _name(before) != _name(body)}
    return list(pairwise([*(sorted(starts | others) or [0]), len(text)]))


def _active_start(verb: re.Match[str], bodies: list[re.Match[str]]) -> int:
    """Return where the clause of `verb` begins: at the body before an active verb, else at the verb."""
    before = [body.start() for body in bodies if body.start() < verb.start()]
    return before[-1] if before and _pattern("active").fullmatch(verb.group()) else verb.start()


def _with_subject(text: str, start: int) -> int:
    """Return where the subject right before the clause begins («Tiltaksdelen revidert …»), else its start."""
    found = list(_parts().finditer(text, max(start - SUBJECT_REACH, 0), start))
    return found[-1].start() if found else start


def _cases(text: str) -> list[tuple[str, int, int]]:
    """Return the case numbers in `text` with their places; archive numbers and bare fractions are none."""
    small = fold(text)
    years = {day.iso[:4] for day in find_days(small)}
    cases = []
    for found in _CASE.finditer(small):
        before, number = small[: found.start()], re.sub(r"\s", "", found["number"])
        dated = any(year.endswith(number.split("/")[1]) for year in years)
        if (_case_prefix().search(before) or dated) and not _ARCHIVE.search(before):
            cases.append((number, found.start(), found.end()))
    return cases


def _body(clause: str) -> str | None:
    """Return who decides: the name in the register of bodies, else the committee as written."""
    found = _bodies().search(fold(clause))
    if not found:
        return None
    return _name(found) or clause[found.start() : found.end()].strip()


def _name(found: re.Match[str]) -> str | None:
    """Return the name that the register has for a body or for the prefix of its case numbers."""
    adoption = load_toml(FILE)["adoption"]
    table, word = ("bodies", found["body"]) if found["body"] else ("prefixes", found["prefix"])
    return next((str(name) for name, forms in adoption[table].items() if word in forms), None)


def _each_once(decisions: Iterable[Decision]) -> list[Decision]:
    """Merge statements of the same vote; the fuller wording is kept."""
    merged: list[Decision] = []
    for decision in decisions:
        same = next((one for one in merged if _same_vote(one, decision)), None)
        if same is None:
            merged.append(decision)
            continue
        fuller = max(same, decision, key=lambda one: (bool(one.case_number) + bool(one.date), one is same))
        fuller.body = same.body or decision.body
        fuller.case_number = same.case_number or decision.case_number
        fuller.date = same.date or decision.date
        merged[merged.index(same)] = fuller
    return merged


def _same_vote(one: Decision, other: Decision) -> bool:
    if one.body and other.body and one.body != other.body:
        return False
    if one.case_number and other.case_number:
        return _plain(one.case_number) == _plain(other.case_number)
    return bool(one.date) and one.date == other.date


def _plain(case_number: str) -> tuple[int, int]:
    serial, year = case_number.split("/")
    return int(serial), int(year) % 100


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)["adoption"], key, file=FILE))


@cache
def _parts() -> re.Pattern[str]:
    return any_word(words(load_toml(FILE)["subjects"], "parts", file=FILE))


@cache
def _case_prefix() -> re.Pattern[str]:
    prefixes = either(form for forms in load_toml(FILE)["adoption"]["prefixes"].values() for form in forms)
    return re.compile(rf"(?<!\w)(?:{prefixes}?[\s.-]*saks?|ps|{prefixes})[\s.:-]*(?:nr|nummer)?[\s.:]*$")


@cache
def _bodies() -> re.Pattern[str]:
    adoption = load_toml(FILE)["adoption"]
    bodies = either(form for forms in adoption["bodies"].values() for form in forms)
    prefixes = either(form for forms in adoption["prefixes"].values() for form in forms)
    before_number = r"(?=[\s.-]{1,2}(?:sak)?[\s.:nr-]*\d+/\d)"
    return re.compile(
        rf"(?<![\w-])(?:(?P<body>{bodies})(?!\w)|(?P<prefix>{prefixes}){before_number}|{_COMMITTEE})"
    )
