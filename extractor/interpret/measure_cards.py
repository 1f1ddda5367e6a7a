"""Cards: tables of two columns, the left one holding labels, that describe one tiltak each.

    Tiltak 3: Åpen kafé
    Beskrivelse   | Kafé på biblioteket hver uke
    Ansvarlig     | Kultur
    Frist         | 2027

A table may hold several, one below the other; each begins with the row that names its tiltak, or with its number. In
a chapter of measures a name over both columns needs no «Tiltak» in front; each is followed by the same label. A card
without such a row is named by the heading that it stands alone under; what «Hva gjør vi?» asks is then the
description.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.document import Cell, Line, Table
from extractor.interpret.goalwords import goal_kind
from extractor.interpret.roles import section_role
from extractor.structure.columns import column_roles
from extractor.structure.numbering import read_numbering
from extractor.structure.outline import Section

LEAST_FIELDS = 2  # rows with a known label below the name
TELLING = frozenset(
    {"responsible", "time", "deadline"}
)  # one of these makes a card of what stands under a heading
MEASURES_AROUND = frozenset({"measures", "goals", "strategy"})  # roles of chapters whose parts may be tiltak
FIELDS = frozenset(
    {"responsible", "time", "deadline", "cost", "description", "target", "status", "partner", "funding", "resources",
     "goal", "target_group", "situation", "comment", "priority", "place", "indicator"}
)  # fmt: skip
TELLING_FIELDS = FIELDS - {"goal", "situation", "comment", "place"}


@dataclass(slots=True)
class Card:
    """One tiltak: its name, and the labels and values of its rows."""

    name: Cell
    number: str | None
    titles: list[str] = field(default_factory=list)
    roles: list[tuple[str, ...]] = field(default_factory=list)
    values: list[Cell] = field(default_factory=list)


def find_cards(table: Table, section: Section | None) -> list[Card]:
    """Return the cards that a table consists of; none when it is a table of rows.

    Args:
        table: the table.
        section: where it stands; its heading may name the tiltak.
    """
    if len(table.rows[0]) != 2:
        return []
    if section is not None and _may_name(section) and (headed := _headed(table, section)):
        return [headed]
    if len(table.rows) <= LEAST_FIELDS:
        return []
    return _named_cards(table, _plain_titles(table) if _is_among_measures(section) else set())


def _is_among_measures(section: Section | None) -> bool:
    around = [] if section is None else [section, section.parent or section]
    return any(section_role(one) in MEASURES_AROUND for one in around)


def _named_cards(table: Table, titles: set[int]) -> list[Card]:
    cards: list[Card] = []
    number: str | None = None  # stood in a row of its own above the name
    for index, (label, value) in enumerate(table.rows):
        if column_roles(label.value) == ("number",):
            number = value.value.rstrip(".") or None
            continue
        named = Card(label, None) if index in titles else _named(label, value)
        if named:
            named.number, number = named.number or number, None
        if named:
            cards.append(named)
        elif cards:
            cards[-1].titles.append(label.value)
            cards[-1].roles.append(column_roles(label.value))
            cards[-1].values.append(value)
        else:
            return []
    return cards if all(_is_card(card) for card in cards) else []


def _plain_titles(table: Table) -> set[int]:
    """Return the rows that hold nothing but a name above the first label of a card, the same for all."""
    rows = table.rows
    if not _is_plain_title(rows[0]) or not TELLING_FIELDS & set(column_roles(rows[1][0].value)):
        return set()
    first = rows[1][0].value.casefold()
    below = [row[0].value.casefold() for row in rows[1:]]
    return {index for index, label in enumerate(below) if label == first and _is_plain_title(rows[index])}


def _is_plain_title(row: list[Cell]) -> bool:
    label, value = row
    known = column_roles(label.value) or goal_kind(label.value)
    return bool(label.value and not value.value and not known)


def _may_name(section: Section) -> bool:
    """Whether a heading names a tiltak: a part of a chapter of goals or measures, with one table and no goal."""
    around, title = section.parent, section.title.value
    if around is None or section_role(around) not in MEASURES_AROUND:
        return False
    tables = sum(isinstance(block, Table) for block in section.blocks)
    named = goal_kind(title) or goal_kind(section.label or "") or column_roles(title) == ("measure",)
    return tables == 1 and not named


def _headed(table: Table, section: Section) -> Card | None:
    """Return the card whose rows are all labels with their values, named by the heading."""
    card = Card(Cell([Line(section.title)]), section.number)
    for label, value in table.rows:
        roles = column_roles(label.value)
        if not label.value or (roles in {("measure",), ()} and "tiltak" in label.value.casefold()):
            return None
        card.titles.append(label.value)
        card.roles.append(("description",) if roles == ("measure",) else roles)
        card.values.append(value)
    known = [set(roles) for roles in card.roles if FIELDS & set(roles)]
    enough = len(known) >= (1 if len(table.rows) == 1 else LEAST_FIELDS) and len(known) * 2 >= len(table.rows)
    return card if enough and any(TELLING & roles for roles in known) else None


def _is_card(card: Card) -> bool:
    known = [roles for roles in card.roles if FIELDS & set(roles)]
    return len(known) >= LEAST_FIELDS and len(known) * 2 >= len(card.roles)


def _named(label: Cell, value: Cell) -> Card | None:
    """«Tiltak | Åpen kafé», or «Tiltak 3: Åpen kafé» over both columns."""
    if value.value:
        titled = column_roles(label.value) == ("measure",) and len(label.value.split()) <= 3
        return Card(value, read_numbering(label.lines[0].text).number) if titled else None
    if not label.lines:
        return None
    numbering = read_numbering(label.lines[0].text)
    if numbering.label_kind != "tiltak":
        return None
    first = label.lines[0]
    name = Line(first.text.slice(numbering.title_start), full=first.full)
    return Card(Cell([name, *label.lines[1:]]), numbering.number)
