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
from extractor.interpret.measure_columns import LAST_PLAN, Columns, is_calendar, read_columns
from extractor.interpret.measure_fields import (
    add_row,
    cell_paragraphs,
    fill_fields,
    is_total,
    joined,
    plain_item,
    says_nothing,
    without_ditto,
)
from extractor.interpret.roles import named_status
from extractor.interpret.table_labels import tell_from_band
from extractor.structure.columns import is_never_measures
from extractor.structure.markers import find_marker
from extractor.structure.outline import Paragraph, Section
from schemas.plan import TableRole
from schemas.promises import GoalKind, TiltakStatus

WORDED = re.compile(r"(?:[^\W\d_]+\s+){2}[^\W\d_]")  # at least three words: a wording, not a figure
NUMBER_ONLY = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*|[A-ZÆØÅ]|[IVX]{2,4})\.?")
UNIT = re.compile(
    r"\b(?:[Bb]eløp(?:et|ene|a)?|[Tt]all(?:ene)?|[Tt]al[ae]?|[Kk]ostnad(?:er|ene|ane)?|[Ss]umm(?:er|ar))\b[^.]{0,40}?"
    r"\bi\s(?:hele\s|heile\s)?(?:1[ .]?000|tusen|mill(?:ioner|ionar|\.)?)(?:\s(?:kr|kroner|kronar))?"
)


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
    cards = find_cards(table, section)
    if cards:
        return TableReading("measures", tiltak=_read_cards(cards, section, status) if takes_tiltak else [])
    measure = columns.first("measure")
    if measure is None:
        return _read_goal_table(table, columns, section)
    if not columns.list_measures(section) or is_calendar(table, columns.titles[measure]):
        return TableReading(columns.other_role())
    reading = TableReading("measures")
    if takes_tiltak:
        status = status or named_status(columns.titles[measure])
        rows = _RowReader(
            columns, measure, section, status, reading, band_goal=_header_goal(table, measure, section)
        )
        for index, row in enumerate(without_ditto(table.rows[table.header_rows :]), start=table.header_rows):
            band = table.bands.get(index)
            if not is_total(row, measure) and not (band and LAST_PLAN.search(band.value)):
                rows.read(row, band)
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


@dataclass(slots=True)
class _RowReader:
    """Reads the rows of a table of measures; keeps what holds for the rows below until something new stands there."""

    columns: Columns
    measure: int  # the column that names the tiltak
    section: Section | None
    status: TiltakStatus | None
    reading: TableReading
    goals: list[GoalDraft] = field(default_factory=list)  # of the goal column
    band_goal: GoalDraft | None = None
    target: str | None = None  # of a target column left of the measures
    named: Cell | None = None  # the measure cell of the row above
    latest: list[TiltakDraft] = field(default_factory=list)  # the tiltak that it names

    def read(self, row: list[Cell], band: Text | None) -> None:
        """Read one row, and the band that it stands under."""
        band_goal = _band_goal(band, self.section) if band is not None else self._label_goal(row)
        if band is not None or band_goal:
            self.band_goal = _same_or(self.band_goal, band_goal)
        self._read_groups(row)
        if row[self.measure] is self.named:  # merged over several rows
            for tiltak in self.latest:
                add_row(tiltak, row, self.columns, self.measure)
            return
        self.named = row[self.measure] if row[self.measure].lines else None
        self.latest = _row_tiltak(row, self.columns, self.measure, self.section)
        for tiltak in self.latest:
            self._complete(tiltak, band)
        self.reading.tiltak += self.latest

    def _read_groups(self, row: list[Cell]) -> None:
        """Read the columns left of the measures whose cells group the rows: goals and targets."""
        goal, target = self.columns.first("goal"), self.columns.first("target")
        goal = self.columns.first("focus") if goal is None else goal
        if goal is not None and row[goal].value:
            self.goals = _cell_goals(row[goal], self.columns.titles[goal], self.section)
            self.reading.goals += self.goals
            self.target = None
        if target is not None and target < self.measure and row[target].value:
            self.target = None if says_nothing(row[target].value) else row[target].value

    def _label_goal(self, row: list[Cell]) -> GoalDraft | None:
        """Return the goal that a label along the rows names, in a column without title («Mål 2: …»)."""
        labels = [row[i].text for i in range(self.measure) if not self.columns.roles[i] and row[i].lines]
        return next(filter(None, (_band_goal(label, self.section) for label in labels)), None)

    def _complete(self, tiltak: TiltakDraft, band: Text | None) -> None:
        """Give a tiltak what holds for its group of rows."""
        tiltak.status = self.status
        if band:
            self._say(tiltak, band)
        tiltak.target = tiltak.target or self.target
        tiltak.goals = self.goals[:1] or ([self.band_goal] if self.band_goal else [])
        if self.band_goal in tiltak.goals and self.band_goal and self.band_goal not in self.reading.goals:
            self.reading.goals.append(self.band_goal)

    def _say(self, tiltak: TiltakDraft, band: Text) -> None:
        """Give a tiltak what its band says: who or when («Ansvarleg: Rektor»), or what kind of measures these are."""
        if tell_from_band(tiltak, band, self.columns):
            return
        tiltak.columns.setdefault("Gruppe", band.value)
        tiltak.status = tiltak.status or named_status(band.value)


def _band_goal(band: Text, section: Section | None) -> GoalDraft | None:
    """A band that names a goal («Delmål 2: …») is the goal of the rows below; other bands are groups."""
    head, colon, _ = band.value.partition(":")
    kind, rest = goal_kind(head), band.slice(len(head) + 1)
    if not (kind and colon and rest):
        return None
    number = next((part for part in head.split() if part[0].isdigit()), None)
    return GoalDraft(rest, kind, "table-band", section, number)


def _header_goal(table: Table, measure: int, section: Section | None) -> GoalDraft | None:
    """Return the goal that a label over the height of the whole table names: it stands in the row of the header."""
    for index in range(measure):
        if not any(row[index].lines for row in table.rows[table.header_rows :]):
            labels = [row[index].text for row in table.rows[: table.header_rows] if row[index].lines]
            if goal := next(filter(None, (_band_goal(label, section) for label in labels)), None):
                return goal
    return None


def _same_or(old: GoalDraft | None, new: GoalDraft | None) -> GoalDraft | None:
    """Return the old goal where the new one says the same: its band was repeated on the next page."""
    return old if old and new and old.text.value == new.text.value else new


def _cell_goals(cell: Cell, title: str, section: Section | None) -> list[GoalDraft]:
    """The first paragraph of a goal cell is the goal, what follows in it are its parts."""
    kind: GoalKind = (
        goal_kind(title)
        or announced_kind(title)
        or ("focus_area" if "område" in title.casefold() else "goal")
    )
    drafts: list[GoalDraft] = []
    for paragraph in cell_paragraphs(cell):
        text, number = _without_number(paragraph)
        if not text:
            continue
        if drafts:
            part = GoalDraft(text, "sub_goal", "goal-cell-part", section, number, drafts[0])
            drafts.append(part)
        else:
            drafts.append(GoalDraft(text, kind, "goal-column", section, number))
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
        draft = TiltakDraft(text, "table", "table-row", section)
        draft.description = description
        fill_fields(draft, row, columns, measure)
        drafts.append(draft)
    return drafts


def _measure_items(cell: Cell) -> list[tuple[Text, Text | None]]:
    """Return (name, description) of each tiltak in a measure cell.

    Bullets alone are one tiltak each. A title in front of them, or one set off in bold, names the tiltak and the
    rest explains it.
    """
    paragraphs = [paragraph for paragraph in cell_paragraphs(cell) if paragraph.text]
    if not paragraphs or says_nothing(cell.value):
        return []
    bullets = [paragraph for paragraph in paragraphs if paragraph.marker == "•"]
    first, rest = paragraphs[0], paragraphs[1:]
    if bullets and len(bullets) == len(paragraphs):
        return [(paragraph.text, None) for paragraph in paragraphs]
    titled = first.bold and not all(paragraph.bold for paragraph in paragraphs)
    if rest and (titled or bullets):
        return [(plain_item(first), joined(rest))]
    return [(joined(paragraphs), None)]


def _read_cards(cards: list[Card], section: Section | None, status: TiltakStatus | None) -> list[TiltakDraft]:
    """Return the tiltak of cards: one for each, its fields in the rows of the card."""
    drafts = []
    for card in cards:
        for text, description in _measure_items(card.name):
            draft = TiltakDraft(
                text, "table", "measure-card", section, card.number, description, status=status
            )
            fill_fields(draft, card.values, Columns(card.titles, card.roles), measure=-1)
            drafts.append(draft)
    return drafts
