"""Tables: what their columns are, whether they list tiltak, and the tiltak and goals in their rows.

A table is a table of measures by its header and content, not by its place: it has a column of measures and at
least one that tells who, when, why or how much, or it stands in a chapter of measures. Tables of indicators,
participants, votes or case history are none, whatever words stand in them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.document import Cell, Table, Text
from extractor.interpret.drafts import GoalDraft, TiltakDraft
from extractor.interpret.goalwords import announced_kind, goal_kind
from extractor.interpret.measure_cards import Card, find_cards
from extractor.interpret.measure_columns import Columns, read_columns
from extractor.structure.columns import is_never_measures
from extractor.structure.markers import find_marker
from extractor.structure.outline import Paragraph, Section
from extractor.structure.paragraphs import lines_to_paragraphs
from schemas.plan import GoalKind, TableRole, TiltakStatus

WORDED = re.compile(r"(?:[^\W\d_]+\s+){2}[^\W\d_]")  # at least three words: a wording, not a figure
NUMBER_ONLY = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")
UNIT = re.compile(
    r"\b(?:[Bb]eløp(?:et|ene|a)?|[Tt]all(?:ene)?|[Tt]al[ae]?|[Kk]ostnad(?:er|ene|ane)?|[Ss]umm(?:er|ar))\b[^.]{0,40}?"
    r"\bi\s(?:hele\s|heile\s)?(?:1[ .]?000|tusen|mill(?:ioner|ionar|\.)?)(?:\s(?:kr|kroner|kronar))?"
)
MARK = re.compile(r"[xX✓✔●•]+")
NUMBER_CELL = re.compile(r"[A-ZÆØÅ]{0,3}[-. ]?\d{1,3}(?:[.-]\d{1,3}){0,3}[a-z]?\.?")


@dataclass(slots=True)
class TableReading:
    """What a table gives."""

    role: TableRole = "other"
    goals: list[GoalDraft] = field(default_factory=list)
    tiltak: list[TiltakDraft] = field(default_factory=list)


def read_table(
    table: Table, section: Section | None, *, status: TiltakStatus | None, takes_tiltak: bool
) -> TableReading:
    """Return the role of a table and what its rows promise."""
    columns = read_columns(table)
    cards = find_cards(table)
    if cards:
        return TableReading("measures", tiltak=_read_cards(cards, section, status) if takes_tiltak else [])
    measure = columns.first("measure")
    if measure is None:
        return _read_goal_table(table, columns, section)
    if not columns.list_measures(section):
        return TableReading(columns.other_role())
    reading = TableReading("measures")
    if takes_tiltak:
        _read_rows(table, columns, measure, section, status, reading)
    return reading


def stated_unit(text: str) -> str:
    """Return the unit of the amounts in the tables below, as running text states it («Beløp i 1000 kr»)."""
    match = UNIT.search(text)
    return match[0] if match else ""


def _read_goal_table(table: Table, columns: Columns, section: Section | None) -> TableReading:
    """A table of goals without measures: each wording in its goal columns is a goal."""
    reading = TableReading(columns.other_role())
    if reading.role != "goals" or is_never_measures(columns.titles[0]):
        return reading
    for row in table.rows[table.header_rows :]:
        for index, roles in enumerate(columns.roles):
            if "goal" in roles and WORDED.search(row[index].value):
                goals = _cell_goals(row[index], columns.titles[index], section)
                for goal in goals:
                    goal.parent = None
                reading.goals += goals
    return reading


def _read_rows(
    table: Table,
    columns: Columns,
    measure: int,
    section: Section | None,
    status: TiltakStatus | None,
    reading: TableReading,
) -> None:
    goal_column = columns.first("goal", "focus")
    goals: list[GoalDraft] = []
    band_goal: GoalDraft | None = None
    for index, row in enumerate(table.rows[table.header_rows :], start=table.header_rows):
        band = table.bands.get(index)
        if band is not None and (band_goal is None or band_goal.text.value != band):
            band_goal = _band_goal(band, section)
        if goal_column is not None and row[goal_column].value:
            goals = _cell_goals(row[goal_column], columns.titles[goal_column], section)
            reading.goals += goals
        for tiltak in _row_tiltak(row, columns, measure, section):
            tiltak.status = status
            tiltak.goals = goals[:1] or ([band_goal] if band_goal else [])
            if band:
                tiltak.columns.setdefault("Gruppe", band)
            if tiltak.goals and band_goal in tiltak.goals and band_goal not in reading.goals and band_goal:
                reading.goals.append(band_goal)
            reading.tiltak.append(tiltak)


def _band_goal(band: str, section: Section | None) -> GoalDraft | None:
    """A band that names a goal («Delmål 2: …») is the goal of the rows below; other bands are groups."""
    head, colon, rest = band.partition(":")
    kind = goal_kind(head)
    if not (kind and colon and rest.strip()):
        return None
    number = next((part for part in head.split() if part[0].isdigit()), None)
    return GoalDraft(Text(rest.strip(), [], []), kind, "table-band", 0.85, section, number)


def _cell_goals(cell: Cell, title: str, section: Section | None) -> list[GoalDraft]:
    """The first paragraph of a goal cell is the goal, what follows in it are its parts."""
    kind: GoalKind = (
        goal_kind(title)
        or announced_kind(title)
        or ("focus_area" if "område" in title.casefold() else "goal")
    )
    drafts: list[GoalDraft] = []
    for paragraph in _cell_paragraphs(cell):
        text, number = _without_number(paragraph)
        if not text:
            continue
        if drafts:
            part = GoalDraft(text, "sub_goal", "goal-cell-part", 0.7, section, number, drafts[0])
            drafts.append(part)
        else:
            drafts.append(GoalDraft(text, kind, "goal-column", 0.93, section, number))
    return drafts


def _without_number(paragraph: Paragraph) -> tuple[Text, str | None]:
    if NUMBER_ONLY.fullmatch(paragraph.whole.value):
        return paragraph.whole, paragraph.whole.value.rstrip(".")
    marker = find_marker(paragraph.whole.value)
    if marker and marker.number and not marker.number.isalpha():
        return paragraph.whole.slice(marker.length), marker.number
    return paragraph.text, None


def _row_tiltak(
    row: list[Cell], columns: Columns, measure: int, section: Section | None
) -> list[TiltakDraft]:
    """Return the tiltak of a row: one for each bullet of the measure cell, else one."""
    items = _measure_items(row[measure])
    drafts = []
    for text, description in items:
        draft = TiltakDraft(text, "table", "table-row", 0.96, section)
        draft.description = description
        _fill_fields(draft, row, columns, measure)
        drafts.append(draft)
    return drafts


def _measure_items(cell: Cell) -> list[tuple[Text, Text | None]]:
    """Return (name, description) of each tiltak in a measure cell.

    Bullets alone are one tiltak each. A title in front of them, or one set off in bold, names the tiltak and the
    rest explains it.
    """
    paragraphs = [paragraph for paragraph in _cell_paragraphs(cell) if paragraph.text]
    if not paragraphs:
        return []
    bullets = [paragraph for paragraph in paragraphs if paragraph.marker == "•"]
    first, rest = paragraphs[0], paragraphs[1:]
    if bullets and len(bullets) == len(paragraphs):
        return [(paragraph.text, None) for paragraph in paragraphs]
    titled = first.bold and not all(paragraph.bold for paragraph in paragraphs)
    if rest and (titled or bullets):
        return [(_plain_item(first), _joined(rest))]
    return [(_joined(paragraphs), None)]


def _plain_item(paragraph: Paragraph) -> Text:
    return paragraph.text if paragraph.marker == "•" else paragraph.whole


def _joined(paragraphs: list[Paragraph]) -> Text:
    text = _plain_item(paragraphs[0])
    for paragraph in paragraphs[1:]:
        text = text + _plain_item(paragraph)
    return text


def _cell_paragraphs(cell: Cell) -> list[Paragraph]:
    return lines_to_paragraphs(cell.lines)


def cell_text(cell: Cell) -> str:
    """Return the cell's text, with line breaks only where the document has hard ones."""
    return "\n".join(
        ("- " if paragraph.marker == "•" else "") + _plain_item(paragraph).value
        for paragraph in _cell_paragraphs(cell)
    )


def _fill_fields(draft: TiltakDraft, row: list[Cell], columns: Columns, measure: int) -> None:
    for index, cell in enumerate(row):
        text = cell_text(cell)
        if not text:
            continue
        draft.columns[columns.title(index)] = text
        roles = columns.roles[index]
        if index == measure:
            continue
        if "number" in roles or (
            index < measure and NUMBER_CELL.fullmatch(text) and not columns.titles[index]
        ):
            draft.number = text.rstrip(".")
        if "responsible" in roles and draft.responsible is None:
            draft.responsible = text
        if ("time" in roles or "deadline" in roles) and draft.schedule is None:
            draft.schedule, draft.is_deadline = text, "deadline" in roles
        if "responsible" in roles and ("time" in roles or "deadline" in roles):
            draft.mixed = True
        if "target" in roles and draft.target is None:
            draft.target = " ".join(text.split())
        if "description" in roles and draft.description is None:
            draft.description = _joined(_cell_paragraphs(cell))
        if "cost" in roles and draft.cost is None:
            draft.cost, draft.cost_header = text, columns.titles[index]
        if "status" in roles and draft.status_raw is None:
            draft.status_raw = text
    _fill_years(draft, row, columns)


def _fill_years(draft: TiltakDraft, row: list[Cell], columns: Columns) -> None:
    """Year columns hold crosses, which say when, or amounts, which say what it costs in each year."""
    years = [
        (columns.titles[index].strip(" *:"), row[index].value)
        for index, roles in enumerate(columns.roles)
        if "year" in roles and row[index].value
    ]
    if not years:
        return
    if all(MARK.fullmatch(value) for _, value in years):
        draft.schedule = draft.schedule or ", ".join(year for year, _ in years)
    elif draft.cost is None:
        draft.cost = "; ".join(f"{year}: {value}" for year, value in years)


def _read_cards(cards: list[Card], section: Section | None, status: TiltakStatus | None) -> list[TiltakDraft]:
    """Return the tiltak of cards: one for each, its fields in the rows of the card."""
    drafts = []
    for card in cards:
        for text, description in _measure_items(card.name):
            draft = TiltakDraft(
                text, "table", "measure-card", 0.95, section, card.number, description, status=status
            )
            _fill_fields(draft, card.values, Columns(card.titles, card.roles), measure=-1)
            drafts.append(draft)
    return drafts
