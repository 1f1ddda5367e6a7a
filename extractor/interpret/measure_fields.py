"""The cells of a row → the fields of its tiltak, each by the role of its column.

A placeholder («–», «...») says nothing, and an empty cell stays unknown. What the document shows to hold for several
rows does: a merged cell stands in each of its rows, and ditto signs and words («"», «som ovenfor») repeat the cell
above. Parties of all columns that name who is responsible count («Ansvar Nordbygd», «Ansvar Sørbygd»).
"""

from __future__ import annotations

import re
from functools import cache

from extractor.document import Cell, Text
from extractor.interpret.drafts import TiltakDraft
from extractor.interpret.measure_columns import Columns
from extractor.interpret.times import time_behind
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Paragraph
from extractor.structure.paragraphs import lines_to_paragraphs

PLACEHOLDER = re.compile(r"[-–—_.…\s]+")
DITTO_SIGN = re.compile(r"[-–—\s]*(?:[\"”“„»«]|''|´´)[-–—\s]*")
FIGURE = re.compile(r"(?:kr\.?\s*)?[-–]?\d[\d\s.,]*(?:,-|%|kr|mill\.?|årsverk)?", re.IGNORECASE)
MARK = re.compile(r"[xX✓✔●•]+")
NUMBER_CELL = re.compile(r"[A-ZÆØÅ]{0,3}[-. ]?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?\.?")


def cell_paragraphs(cell: Cell) -> list[Paragraph]:
    """Return the paragraphs and list items of a cell."""
    return lines_to_paragraphs(cell.lines)


def plain_item(paragraph: Paragraph) -> Text:
    """Return a paragraph without its bullet; numbers stay."""
    return paragraph.text if paragraph.marker == "•" else paragraph.whole


def joined(paragraphs: list[Paragraph]) -> Text:
    """Return paragraphs as one text."""
    text = plain_item(paragraphs[0])
    for paragraph in paragraphs[1:]:
        text = text + plain_item(paragraph)
    return text


def cell_text(cell: Cell) -> str:
    """Return the cell's text, with line breaks only where the document has hard ones."""
    return "\n".join(
        ("- " if paragraph.marker == "•" else "") + plain_item(paragraph).value
        for paragraph in cell_paragraphs(cell)
    )


def without_ditto(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Return rows in which the cell above stands for each ditto; one with nothing above it is empty."""
    found: list[list[Cell]] = []
    for row in rows:
        above = found[-1] if found else [Cell()] * len(row)
        found.append([above[i] if is_ditto(cell.value) else cell for i, cell in enumerate(row)])
    return found


def is_ditto(value: str) -> bool:
    """Whether a cell or value says that what stands above holds here too: «do.», «"», «som ovenfor»."""
    return bool(DITTO_SIGN.fullmatch(value)) or value.casefold().strip(" .") in _ditto_words()


@cache
def _ditto_words() -> frozenset[str]:
    return frozenset(words(load_toml("columns.toml"), "ditto", file="columns.toml"))


def says_nothing(value: str) -> bool:
    """Whether a cell is empty or only holds the place of something («–»)."""
    return not value or bool(PLACEHOLDER.fullmatch(value))


def is_total(row: list[Cell], measure: int) -> bool:
    """Whether a row of a table of amounts adds up those above it: «Sum drift | 12 400 | 12 600»."""
    words_of_name = row[measure].value.casefold().split()
    figures = [
        cell.value for index, cell in enumerate(row) if index != measure and not says_nothing(cell.value)
    ]
    totals = words(load_toml("columns.toml"), "totals", file="columns.toml")
    named = any(words_of_name[: len(total.split())] == total.split() for total in totals)
    return named and bool(figures) and all(FIGURE.fullmatch(figure) for figure in figures)


def fill_fields(draft: TiltakDraft, row: list[Cell], columns: Columns, measure: int) -> None:
    """Fill the fields of a tiltak from the cells of a row; what is filled already stays, but parties add up.

    Args:
        draft: the tiltak.
        row: its cells.
        columns: their titles and roles.
        measure: the column that names the tiltak; -1 where none does.
    """
    for index, cell in enumerate(row):
        text = cell_text(cell)
        if not text:
            continue
        _note(draft, columns.title(index), text)
        if index == measure or says_nothing(text):
            continue
        if index < measure and NUMBER_CELL.fullmatch(text) and not columns.titles[index]:
            draft.number = text.rstrip(".")
        _fill_field(draft, cell, text, columns, index)
    _fill_years(draft, row, columns)
    if draft.schedule is None and not draft.mixed:
        _split_time(draft)


def _split_time(draft: TiltakDraft) -> None:
    """Split off the time behind a party: «Servicekontoret (innen 2024)»; one cell of several parties stays."""
    value = draft.responsible or ""
    found = None if "\n" in value else time_behind(value)
    if found:
        draft.responsible, draft.schedule = value[: found[0]], value[found[1] :].strip("() ")


def add_row(draft: TiltakDraft, row: list[Cell], columns: Columns, measure: int) -> None:
    """Add one more row to a tiltak whose name is merged over several: parties and times add up."""
    more = TiltakDraft(draft.text, draft.origin, draft.rule)
    fill_fields(more, row, columns, measure)
    for title, text in more.columns.items():
        _note(draft, title, text)
    if draft.mixed or more.mixed:
        return
    draft.responsible = _parties(draft, more.responsible or "") or None
    if more.schedule and more.schedule not in (draft.schedule or "").split("; "):
        draft.schedule = "; ".join(filter(None, [draft.schedule, more.schedule]))
        draft.is_deadline = draft.is_deadline or more.is_deadline
    draft.target = draft.target or more.target
    draft.description = draft.description or more.description
    draft.status_raw = draft.status_raw or more.status_raw


def _note(draft: TiltakDraft, title: str, text: str) -> None:
    """Keep a cell under its header; a tiltak over several rows has several."""
    noted = draft.columns.get(title)
    if noted is None:
        draft.columns[title] = text
    elif text not in noted.split("\n") and text != noted:
        draft.columns[title] = f"{noted}\n{text}"


def _fill_field(draft: TiltakDraft, cell: Cell, text: str, columns: Columns, index: int) -> None:
    roles = columns.roles[index]
    timed = "time" in roles or "deadline" in roles
    if "number" in roles:
        draft.number = text.rstrip(".")
    if index in columns.responsible:
        draft.mixed = draft.mixed or (timed and draft.responsible is None)
        draft.responsible = draft.responsible if draft.mixed and draft.responsible else _parties(draft, text)
    if timed and draft.schedule is None:
        draft.schedule, draft.is_deadline = text, "deadline" in roles
        draft.is_start = columns.begins(index) and columns.any_ends
    elif timed and columns.ends(index) and draft.is_start:
        draft.schedule, draft.is_start = f"{draft.schedule}–{text}" if text != draft.schedule else text, False
    if "target" in roles and draft.target is None:
        draft.target = " ".join(text.split())
    if "description" in roles and draft.description is None:
        draft.description = joined(cell_paragraphs(cell))
    if "cost" in roles and draft.cost is None:
        draft.cost, draft.cost_header = text, columns.titles[index]
    if "status" in roles and draft.status_raw is None:
        draft.status_raw = text


def _parties(draft: TiltakDraft, text: str) -> str:
    """Return the parties so far with those of one more column below them."""
    lines = draft.responsible.split("\n") if draft.responsible else []
    return "\n".join([*lines, *(line for line in text.split("\n") if line and line not in lines)])


def _fill_years(draft: TiltakDraft, row: list[Cell], columns: Columns) -> None:
    """Year columns hold crosses, which say when, or amounts, which say what it costs in each year."""
    years = [
        (columns.titles[index].strip(" *:"), row[index].value)
        for index, roles in enumerate(columns.roles)
        if "year" in roles and not says_nothing(row[index].value)
    ]
    if not years:
        return
    if all(MARK.fullmatch(value) for _, value in years):
        draft.schedule = draft.schedule or _crossed([int(year) for year, _ in years])
    elif draft.cost is None:
        draft.cost = "; ".join(f"{year}: {value}" for year, value in years)


def _crossed(years: list[int]) -> str:
    """Return the years that are crossed: one period when they follow each other, else one by one."""
    if len(years) > 1 and years == list(range(years[0], years[0] + len(years))):
        return f"{years[0]}–{years[-1]}"
    return ", ".join(map(str, years))
