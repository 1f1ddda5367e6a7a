"""Cards: tables of two columns, the left one holding labels, that describe one tiltak each.

    Tiltak 3: Åpen kafé
    Beskrivelse   | Kafé på biblioteket hver uke
    Ansvarlig     | Kultur
    Frist         | 2027

A table may hold several, one below the other; each begins with the row that names its tiltak.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.document import Cell, Line, Table
from extractor.structure.columns import column_roles
from extractor.structure.numbering import read_numbering

LEAST_FIELDS = 2  # rows with a known label below the name
FIELDS = frozenset(
    {"responsible", "time", "deadline", "cost", "description", "target", "status", "partner", "funding", "resources",
     "goal", "target_group", "situation", "comment", "priority", "place", "indicator"}
)  # fmt: skip


@dataclass(slots=True)
class Card:
    """One tiltak: its name, and the labels and values of its rows."""

    name: Cell
    number: str | None
    titles: list[str] = field(default_factory=list)
    roles: list[tuple[str, ...]] = field(default_factory=list)
    values: list[Cell] = field(default_factory=list)


def find_cards(table: Table) -> list[Card]:
    """Return the cards that a table consists of; none when it is a table of rows."""
    if len(table.rows[0]) != 2 or len(table.rows) <= LEAST_FIELDS:
        return []
    cards: list[Card] = []
    for label, value in table.rows:
        named = _named(label, value)
        if named:
            cards.append(named)
        elif cards:
            cards[-1].titles.append(label.value)
            cards[-1].roles.append(column_roles(label.value))
            cards[-1].values.append(value)
        else:
            return []
    return cards if all(_is_card(card) for card in cards) else []


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
