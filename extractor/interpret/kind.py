"""Plan, case document, guidance or something else.

A case document shows several of the marks that the case system prints: who handles the case, its archive number, the
table of meetings, the proposed decision. They stand as headings or at the beginning of a line; one alone proves
nothing, and a plan may carry its own decision as an appendix, so some of them must open the document. Guidance answers
or advises the kommuner and belongs to none of them. The record of a meeting is no plan, whatever it speaks of. What
names itself a plan, or has both goals and tiltak, is a plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.document import Table, Text
from extractor.interpret.cover import cover_lines, names_a_plan, running_lines
from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.roles import section_role
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml
from extractor.structure.outline import Outline
from schemas.plan import Kind

FILE = "kinds.toml"
LEAST_MARKS = 3  # different marks that make a case document, or guidance
LEAST_OPENING = 2  # of them among the first lines
OPENING = 30  # lines
FIRST_LINES = 8  # in which a document says that it is the record of a meeting
SUBSTANCE = frozenset({"proposal", "facts", "proceedings"})  # the rest may stand in a plan's document control
PLAN_CHAPTERS = 6  # numbered chapters: a case document has none
LONGEST_LABEL = 4  # words
LEAST_ADVICE = 2  # «planen bør …» and «du»: once is chance

_Patterns = dict[str, re.Pattern[str]]


def document_kind(outline: Outline) -> Kind:
    """Return what kind of document `outline` is."""
    lines = [fold(line) for line in _lines(outline)]
    if _is_case(outline, lines):
        return "case_document"
    if _is_guidance(outline, lines):
        return "guidance"
    if _is_record(lines):
        return "other"
    names_itself = any(names_a_plan(line) for line in _opening(outline))
    return "plan" if names_itself or _has_plan_parts(outline) else "other"


def _is_case(outline: Outline, lines: list[str]) -> bool:
    opening = _marks(lines[:OPENING], _at_start("case"))
    numbered = sum(bool(section.number) for section in outline.sections)
    if len(opening) < LEAST_OPENING or (numbered >= PLAN_CHAPTERS and _has_plan_parts(outline)):
        return False
    marks = _marks(lines, _at_start("case"))
    return len(marks) >= LEAST_MARKS and bool(marks & SUBSTANCE)


def _is_guidance(outline: Outline, lines: list[str]) -> bool:
    opening = list(_opening(outline))
    if any(mention.worded for line in opening for mention in find_kommuner(line)):
        return False
    patterns = _anywhere("guidance")
    short = [line for line in lines if len(line.split()) <= LONGEST_LABEL]
    marks = _marks(
        short, {key: _at_start("guidance")[key] for key in ("question", "answer", "greeting", "example")}
    )
    marks |= _marks(
        [fold(line) for line in opening], {key: patterns[key] for key in ("guide", "sender", "how")}
    )
    for key in ("advice", "you"):
        if sum(len(patterns[key].findall(line)) for line in lines) >= LEAST_ADVICE:
            marks.add(key)
    calls_itself = "guide" in marks or ("answer" in marks and not _has_plan_parts(outline))
    return calls_itself and len(marks) >= LEAST_MARKS


def _is_record(lines: list[str]) -> bool:
    """Whether a document records a meeting: it says so among its first lines, and who met, when or about what."""
    patterns = _at_start("record")
    called = _marks(lines[:FIRST_LINES], {"record": patterns["record"]})
    return bool(called) and len(_marks(lines, patterns)) >= LEAST_MARKS


def record_title(lines: Iterable[Text]) -> Text | None:
    """Return the first line that calls the document the record of a meeting."""
    record = _at_start("record")["record"]
    return next((line for line in lines if record.search(fold(line.value))), None)


def _has_plan_parts(outline: Outline) -> bool:
    return {"goals", "measures"} <= {section_role(section) for section in outline.sections}


def _opening(outline: Outline) -> Iterator[str]:
    """Yield cover and running headers."""
    yield from (line.text.value for line in cover_lines(outline))
    yield from (text.value for text in running_lines(outline))


def _lines(outline: Outline) -> Iterator[str]:
    """Yield headings, paragraphs and the cells of tables in reading order."""
    section = None
    for around, block in outline.blocks():
        if around is not None and around is not section:
            section = around
            yield around.title.value
        if isinstance(block, Table):
            yield from (cell.value for row in block.rows for cell in row)
        else:
            yield block.text.value


def _marks(lines: list[str], patterns: _Patterns) -> set[str]:
    """Return the marks that folded `lines` show."""
    return {mark for mark, pattern in patterns.items() if any(map(pattern.search, lines))}


@cache
def _at_start(kind: str) -> _Patterns:
    """Return a pattern for each mark at the beginning of a line."""
    marks = load_toml(FILE)[kind]["markers"]
    return {mark: re.compile(rf"\A\W*{either(words)}(?!\w)") for mark, words in marks.items()}


@cache
def _anywhere(kind: str) -> _Patterns:
    marks = load_toml(FILE)[kind]["markers"]
    return {mark: any_word(words) for mark, words in marks.items()}
