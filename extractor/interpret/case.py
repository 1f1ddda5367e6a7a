"""What a case document says of its case.

The line that names the case («Driftskomiteen 07.10.09 sak 22/09 - Status …») tells most. The rest stands
behind labels («Saksbehandler: …»): on the same line, in the next cell, or on the line below; several labels
may share a line. The table of meetings («Saksgang») and the protocols are asked last: the meeting of the body
that decides counts, else the council's, else the last one. What stands behind a label must look the part, so
that an empty form stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extractor.document import Table
from extractor.interpret.case_front import case_front
from extractor.interpret.cover import cover_lines
from extractor.interpret.days import find_days
from extractor.interpret.titles import find_title
from extractor.interpret.votes import is_council
from extractor.interpret.wording import either, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline, Paragraph
from schemas import Case

FILE = "kinds.toml"
LONGEST_BODY = 8  # words in the name of a committee
LONGEST_ROW = 14  # words in a row of the table of meetings
PROTOCOL_HEAD = 8  # lines below the heading of a protocol in which its labels stand
MOST_FOLLOWING = 6  # paragraphs below «Innstilling:» where it is no heading

_NUMBER = re.compile(r"(?<![\d/])\d{1,5}/(?:(?:19|20)\d\d|\d\d)(?![\d/])")
_NAMES_CASE = re.compile(r"(?<!\w)(?:sak|ps)\s*(?:nr\.?)?\s*\d{1,5}/\d{2,4}(?!\d)")
_CASE_WORD = re.compile(r"(?<!\w)(?:sak|ps|den)(?!\w)|\bkl\.?\s*\d\d[.:]\d\d", re.IGNORECASE)
_ARCHIVE = re.compile(r"(?<![\d/])(?:\d{2}|(?:19|20)\d\d)/\d{1,6}(?:-\d+)?(?![\d/])")
_PERSON = re.compile(r"[A-ZÆØÅ][\w.-]*(?:\s+(?:[A-ZÆØÅ][\w.-]*|av|de|von|van)){1,4}")
_NEXT_LABEL = re.compile(r"\s+(?=[A-ZÆØÅ][\w/.-]{2,24}:)")


@dataclass(slots=True, frozen=True)
class Meeting:
    """A row of the table of meetings."""

    body: str | None
    date: str | None
    case_number: str | None


NO_MEETING = Meeting(None, None, None)


def read_case(outline: Outline) -> Case:
    """Return what the document says of its case; what it does not say is None."""
    cover = cover_lines(outline)
    front, lines = ([line.text.value for line in some] for some in (case_front(cover), cover))
    named = _named_in_title(outline)
    decides = named.body or _labelled(front, "body", _body)
    meeting = _deciding([*_meetings(outline), *_protocols(outline)], decides)
    return Case(
        body=decides or meeting.body,
        date=named.date or _date(front) or meeting.date,
        case_number=named.case_number or _labelled(front, "case_number", _number) or meeting.case_number,
        archive_ref=_labelled(lines, "archive_ref", _archive),
        case_handler=_labelled(lines, "case_handler", _person),
        proposed_decision=_proposal(outline),
    )


def _date(front: Sequence[str]) -> str | None:
    """Return the day of the meeting; «Dato:» alone is the day of the letter, unless a place of meeting is named."""
    of_meeting = any(_labels("place").match(fold(line)) for line in front)
    return _labelled(front, "date", _iso) or (_labelled(front, "day", _iso) if of_meeting else None)


def _named_in_title(outline: Outline) -> Meeting:
    title = find_title(outline, "case_document")
    names = _NAMES_CASE.search(fold(title.value)) if title else None
    return _meeting(title.value[: names.end()]) if title and names else NO_MEETING


def _labelled(lines: Sequence[str], field: str, accept: Callable[[str], str | None]) -> str | None:
    """Return the first value behind one of the field's labels that `accept` takes for one."""
    for line, below in pairwise([*lines, ""]):
        for label in () if _is_header(line) else _labels(field).finditer(fold(line)):
            value = _NEXT_LABEL.split(line[label.end() :], maxsplit=1)[0].strip()
            found = accept(value or below)
            if found and not _is_label(found):
                return found
    return None


def _is_label(value: str) -> bool:
    return any(_labels(field).fullmatch(fold(value)) for field in load_toml(FILE)["labels"])


def _number(value: str) -> str | None:
    found = _NUMBER.match(value)
    return found.group() if found else None


def _archive(value: str) -> str | None:
    found = _ARCHIVE.match(value)
    return found.group() if found else None


def _person(value: str) -> str | None:
    found = _PERSON.match(value)
    return found.group() if found else None


def _iso(value: str) -> str | None:
    return next((day.iso for day in find_days(value)), None)


def _body(value: str) -> str | None:
    fits = value[:1].isupper() and len(value.split()) <= LONGEST_BODY and not re.search(r"\d|:", value)
    return value if fits else None


def _meeting(line: str) -> Meeting:
    """Read date, case number and body off a line that holds them in any order."""
    rest, days = line, find_days(line)
    for day in reversed(days):
        rest = rest[: day.start] + rest[day.end :]
    number = _NUMBER.search(rest)
    if number:
        rest = rest[: number.start()] + rest[number.end() :]
    body = " ".join(_CASE_WORD.sub(" ", rest).split()).strip(" -–:,.")
    return Meeting(_body(body), days[0].iso if days else None, number.group() if number else None)


def _meetings(outline: Outline) -> Iterator[Meeting]:
    """Yield the rows below a header such as «Utvalg | Møtedato | Saksnr.», in a table or as lines."""
    below_header, around = False, None
    for section, block in outline.blocks():
        if section is not around:
            below_header, around = False, section
        for line in _block_lines(block):
            if below_header and find_days(line) and len(line.split()) <= LONGEST_ROW:
                yield _meeting(line)
            else:
                below_header = _is_header(line)


def _protocols(outline: Outline) -> Iterator[Meeting]:
    """Yield the meetings that protocols tell of, in their heading or in the labels below it."""
    lines = list(_all_lines(outline))
    for index, line in enumerate(lines):
        begins = _protocol().match(fold(line))
        if not begins:
            continue
        if find_days(line):
            if len(line.split()) <= LONGEST_ROW:
                yield _meeting(line[begins.end() :])
            continue
        below = lines[index + 1 : index + 1 + PROTOCOL_HEAD]
        body, day = _labelled(below, "body", _body), _labelled(below, "date", _iso)
        if body and day:
            yield Meeting(body, day, _labelled(below, "case_number", _number))


def _all_lines(outline: Outline) -> Iterator[str]:
    around = None
    for section, block in outline.blocks():
        if section is not None and section is not around:
            around = section
            yield section.title.value
        yield from _block_lines(block)


def _block_lines(block: Paragraph | Table) -> Iterator[str]:
    """Yield a paragraph, or the rows of a table, each as one line."""
    if isinstance(block, Paragraph):
        yield block.text.value
    else:
        yield from (" ".join(cell.value for cell in row) for row in block.rows)


def _is_header(line: str) -> bool:
    return all(_labels(field).search(fold(line)) for field in ("date", "case_number", "body"))


def _deciding(meetings: list[Meeting], body: str | None) -> Meeting:
    """Return the meeting of the body that decides: the one named, else the council, else the last one."""
    own = [meeting for meeting in meetings if body and meeting.body and fold(meeting.body) == fold(body)]
    council = [meeting for meeting in meetings if meeting.body and is_council(meeting.body)]
    found = own or council or meetings or [NO_MEETING]
    same_day = [meeting for meeting in found if meeting.case_number and meeting.date == found[-1].date]
    return same_day[-1] if same_day else found[-1]  # the table of meetings has the number, the protocol not


def _proposal(outline: Outline) -> str | None:
    """Return the text under «Forslag til vedtak» and its like."""
    for section in outline.sections:
        if _proposed().match(fold(section.title.value)):
            return _joined([block for block in section.blocks if isinstance(block, Paragraph)])
    paragraphs = [paragraph for _, paragraph in outline.paragraphs()]
    for index, paragraph in enumerate(paragraphs):
        if _proposed().match(fold(paragraph.text.value)):
            below = paragraphs[index + 1 : index + 1 + MOST_FOLLOWING]
            end = next((n for n, one in enumerate(below) if one.text.value.endswith(":")), len(below))
            return _joined(below[:end])
    return None


def _joined(paragraphs: list[Paragraph]) -> str | None:
    return " ".join(paragraph.whole.value for paragraph in paragraphs) or None


@cache
def _labels(field: str) -> re.Pattern[str]:
    labels = words(load_toml(FILE)["labels"], field, file=FILE)
    return re.compile(rf"(?<![\w-]){either(labels)}(?!\w)\s*\.?\s*:?\s*")


@cache
def _protocol() -> re.Pattern[str]:
    """Return a pattern for the heading of a protocol, up to the body («Saksprotokoll i Kommunestyret - 18.06.2020»)."""
    titles = words(load_toml(FILE)["headings"], "protocol", file=FILE)
    return re.compile(rf"{either(titles)}(?:/\w+)?(?:\s+(?:i|for|frå|fra)\s+|[\s:.]*$)")


@cache
def _proposed() -> re.Pattern[str]:
    titles = words(load_toml(FILE)["headings"], "proposed", file=FILE)
    return re.compile(rf"{either(titles)}(?:/[\w ]+)?\s*[:.]?\s*$")
