"""Who adopted this plan, and when.

Covers and footers state it without a subject («Vedtatt av kommunestyret 16.06.2016, sak 45/16»). In the body only
sentences about this plan count («Denne planen ble vedtatt …»): most adoptions that a plan mentions are those of the
plan before it, of other plans, or of drafts on their way, so a sentence of the body never goes further back than the
cover. A paragraph below the title, before the first chapter, is such running text as well. An intermunicipal plan has
a vote for each of its councils, often in lines below «Vedtatt av». What a statement must hold is told in `votes`; a
form that nobody filled in («vedtatt av: ……») holds nothing. The same vote stated twice is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from extractor.document import Table, Text
from extractor.interpret.cover import LONGEST_LINE, cover_lines, running_lines
from extractor.interpret.days import find_days
from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.language import sentences
from extractor.interpret.revision import next_revision
from extractor.interpret.roles import looks_back
from extractor.interpret.subjects import own_subjects
from extractor.interpret.votes import (
    LAST_WORD,
    adoption_words,
    body_pattern,
    find_cases,
    read_votes,
    register_name,
)
from extractor.interpret.wording import fold
from extractor.structure.outline import Outline
from schemas import Decision

__all__ = ["find_decisions", "next_revision"]

CONTINUED = 8  # words: a cover line that holds a vote, or the date of the vote above it, has no more
CONTROL_ROWS = 12  # a table on the cover with document control has no more


def find_decisions(outline: Outline) -> list[Decision]:
    """Return the votes that adopted or changed this plan, in reading order, each once."""
    stated = [decision for text in _cover_statements(outline) for decision in read_votes(text)]
    first = min((decision.date for decision in stated if decision.date), default="")
    told = [decision for text in _body_statements(outline) for decision in read_votes(text)]
    return _each_once(
        [*stated, *(decision for decision in told if not decision.date or decision.date >= first)]
    )


def _cover_statements(outline: Outline) -> Iterator[Text]:
    """Yield what cover, running lines and document control say of adoption."""
    yield from _stated([line.text for line in cover_lines(outline)])
    yield from (line for line in running_lines(outline) if _verb_in(line))
    for block in outline.front:
        if isinstance(block, Table) and len(block.rows) <= CONTROL_ROWS:
            yield from _control_statements(block)


def _stated(lines: Sequence[Text]) -> Iterator[Text]:
    """Yield the lines of the cover that hold a vote, with the lines below that it is broken over."""
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if not _verb_in(line):
            if _is_bare_vote(line):
                yield line
            continue
        rows = [] if find_days(line.value) else list(takewhile(_is_row, lines[index:]))
        if len(rows) > 1:  # «Vedteken av», and below it a line for each kommune
            yield from (row if body_pattern().search(fold(row.value)) else line + row for row in rows)
            index += len(rows)
            continue
        while index < len(lines) and _goes_on(line, lines[index]):
            line += lines[index]
            index += 1
        yield line


def _is_row(line: Text) -> bool:
    return bool(find_days(line.value)) and not _verb_in(line) and len(line.value.split()) <= CONTINUED


def _goes_on(statement: Text, following: Text) -> bool:
    """Whether the line below tells what the statement still lacks: body, date or case number."""
    if len(following.value.split()) > CONTINUED or adoption_words("apart").search(fold(following.value)):
        return False
    has, more = _parts_of(statement), _parts_of(following)
    if _verb_in(following):  # «Vedtatt dato: …» and «Vedtatt av: …» are one vote, «Revidert: …» is another
        alone = adoption_words("alone")
        return (
            bool(alone.search(fold(statement.value)) and alone.search(fold(following.value)))
            and not has & more
        )
    return bool(more - has)


def _parts_of(line: Text) -> set[str]:
    """Return which parts of a vote a line holds."""
    small = fold(line.value)
    parts = {"date": find_days(small), "case": find_cases(small), "body": body_pattern().search(small)}
    return {part for part, found in parts.items() if found}


def _control_statements(table: Table) -> Iterator[Text]:
    """Yield each row below a header that speaks of adoption, or the table as one statement of labels and values."""
    rows = [Text.of(word for cell in row for word in cell.words) for row in table.rows]
    votes = [row for row in rows[1:] if find_days(row.value)]
    if len(votes) > 1 and _verb_in(rows[0]) and not find_days(rows[0].value):
        alone = [bool(body_pattern().search(fold(row.value))) and not _verb_in(row) for row in votes]
        yield from (row if tells else rows[0] + row for row, tells in zip(votes, alone, strict=True))
    else:
        yield Text.of(word for row in rows for word in row.words)


def _is_bare_vote(line: Text) -> bool:
    """Whether a line is body, date and case number and little else («Tana kommunestyre 16.06.2016, sak 45/16»)."""
    small = fold(line.value)
    body = body_pattern().match(small, _kommune_end(line.value))
    if not body or register_name(body) not in LAST_WORD or len(small.split()) > CONTINUED:
        return False
    return bool(find_cases(small)) and bool(find_days(small) or body["prefix"])


def _kommune_end(text: str) -> int:
    """Return where the name of the kommune ends that `text` begins with, before the name of its body; else 0."""
    mentions = find_kommuner(text)
    if not mentions or mentions[0].start or not mentions[0].worded:
        return 0
    return max(
        (body.start() for body in body_pattern().finditer(fold(text)) if body.start() < mentions[0].end),
        default=0,
    )


def _verb_in(line: Text) -> bool:
    return bool(adoption_words("verbs").search(fold(line.value)))


def _body_statements(outline: Outline) -> Iterator[Text]:
    """Yield the sentences that say of this very plan that it was adopted or changed."""
    subjects = own_subjects(outline, parts=True)
    for section, paragraph in outline.paragraphs():
        text = paragraph.text
        on_cover = section is None and len(text.value) <= LONGEST_LINE
        if on_cover or (section and looks_back(section)) or not _verb_in(text):
            continue
        for start, end in sentences(text.value, language=None):
            small = fold(text.value[start:end])
            if subjects.search(small) and not adoption_words("others").search(small):
                yield text.slice(start, end)


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
    if _kommuner(one) and _kommuner(other) and not _kommuner(one) & _kommuner(other):
        return False
    if one.case_number and other.case_number:
        return _plain(one.case_number) == _plain(other.case_number)
    return bool(one.date) and one.date == other.date


def _kommuner(decision: Decision) -> set[str]:
    return {mention.name for mention in find_kommuner(decision.raw) if mention.worded}


def _plain(case_number: str) -> tuple[int, int]:
    serial, year = case_number.split("/")
    if len(year) == 3:  # the year stands first
        serial, year = year, serial
    return int(serial), int(year) % 100
