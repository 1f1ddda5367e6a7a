"""The columns of a table by role, and whether a table with such columns lists tiltak."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.document import Cell, Table
from extractor.interpret.goalwords import goal_kind
from extractor.interpret.roles import section_role
from extractor.interpret.wording import either
from extractor.lexicon import load_toml, words
from extractor.structure.columns import column_roles, is_never_measures
from extractor.structure.outline import Section
from schemas.plan import TableRole

TELLING = frozenset(
    {"responsible", "time", "deadline", "goal", "target", "cost", "priority", "year", "partner", "focus"}
)
LAST_PLAN = re.compile(r"(?:forrige|førre|tidligere|tidlegare)\b", re.IGNORECASE)
LEAST_LETTERS = 6  # in the longest word of the name of a unit: «meter» is none
CASE_TITLES = frozenset({"utvalg", "utval", "saksnr", "møtedato"})


@dataclass(slots=True)
class Columns:
    """The columns of a table by role; a column may have two («Ansvar/Planlagt utført»)."""

    titles: list[str]
    roles: list[tuple[str, ...]]

    def first(self, *roles: str) -> int | None:
        """Return the first column that has one of the roles."""
        return next((i for i, found in enumerate(self.roles) if set(roles) & set(found)), None)

    @property
    def responsible(self) -> list[int]:
        """The columns that name who is responsible; one that names partners too counts when no other does."""
        named = [i for i, found in enumerate(self.roles) if "responsible" in found]
        return [i for i in named if "partner" not in self.roles[i]] or named[:1]

    def title(self, index: int) -> str:
        """Return a title that is unique among the columns."""
        title = self.titles[index] or f"Kolonne {index + 1}"
        return title if self.titles.index(self.titles[index]) == index else f"{title} ({index + 1})"

    def begins(self, index: int) -> bool:
        """Whether a column tells when measures begin: «Start», «Gjennomføring Oppstart»."""
        return "time" in self.roles[index] and _last_word(self.titles[index]) in _titles("onset")

    def ends(self, index: int) -> bool:
        """Whether a column tells when measures end."""
        return bool({"time", "deadline"} & set(self.roles[index])) and _last_word(
            self.titles[index]
        ) in _titles("finish")

    @property
    def any_ends(self) -> bool:
        """Whether one of the columns tells when measures end."""
        return any(self.ends(index) for index in range(len(self.titles)))

    def list_measures(self, section: Section | None) -> bool:
        """Whether a table with a column of measures is a table of measures."""
        if is_never_measures(self.titles[0]) or any(LAST_PLAN.search(title) for title in self.titles):
            return False
        return bool(self._all_roles() & TELLING) or (
            section is not None and section_role(section) == "measures"
        )

    def other_role(self) -> TableRole:
        """Return what a table is that lists no measures."""
        roles = self._all_roles()
        if "resources" in roles:
            return "resources"
        if "goal" in roles and "measure" not in roles:
            return "goals"
        return (
            "case_history"
            if CASE_TITLES & {title.casefold().strip(" .:") for title in self.titles}
            else "other"
        )

    def _all_roles(self) -> set[str]:
        return {role for found in self.roles for role in found}


def _last_word(title: str) -> str:
    return (title.casefold().split() or [""])[-1].strip(" :.*")


def _titles(entry: str) -> tuple[str, ...]:
    return words(load_toml("columns.toml"), entry, file="columns.toml")


def read_columns(table: Table) -> Columns:
    """Return the columns of a table by its header."""
    header = table.rows[: table.header_rows]
    width = len(table.rows[0])
    titles = [_title(header, i) for i in range(width)]
    roles = [column_roles(title) if title else () for title in titles]
    measure = next((i for i, found in enumerate(roles) if "measure" in found), None)
    if measure is None and any("priority" in found for found in roles):
        measure = next((i for i, title in enumerate(titles) if _is_facility(title)), None)
        roles = [("measure",) if i == measure else found for i, found in enumerate(roles)]
    if measure is not None and not any("responsible" in found for found in roles):
        unit = next((i for i, title in enumerate(titles) if _names_units(title, table, i)), None)
        roles = [("responsible",) if i == unit else found for i, found in enumerate(roles)]
    return Columns(titles, [_placed(found, i, measure, titles[i]) for i, found in enumerate(roles)])


def _names_units(title: str, table: Table, index: int) -> bool:
    """Whether a column «Enhet» holds units of the kommune, and not of measurement: words, and no short ones."""
    cells = [row[index].value for row in table.rows[table.header_rows :] if row[index].value]
    measured = set(_titles("measurement"))
    names = all(
        len(max(cell.split(), key=len)) >= LEAST_LETTERS and measured.isdisjoint(cell.casefold().split())
        for cell in cells
    )
    return title.casefold().strip(" :.*") in _titles("organisation") and bool(cells) and names


def _is_facility(title: str) -> bool:
    return title.casefold().strip(" :.*") in _titles("facility")


def is_calendar(table: Table, measure: str) -> bool:
    """Whether a table tells what comes back in each month of the year («Månad | Kva | Kven»): no promises of tiltak.

    `measure` is the title of the column that would name the tiltak; a table that says «Tiltak» lists tiltak.
    """
    months = [row[0].value for row in table.rows[table.header_rows :] if row[0].value]
    hits = sum(bool(_months().fullmatch(month)) for month in months)
    return "tiltak" not in measure.casefold() and len(months) > 1 and hits * 3 >= len(months) * 2


@cache
def _months() -> re.Pattern[str]:
    table = load_toml("time.toml")["terms"]["month"]
    names = [name for month in table for name in words(table, month, file="time.toml")]
    return re.compile(rf"(?:{either(names)}(?:\s?(?:[-–/,]|og)\s?)?)+", re.IGNORECASE)


def _title(header: list[list[Cell]], index: int) -> str:
    """Return the title of a column; «Ansvar» over several columns («Nordbygd», «Sørbygd») is part of each."""
    parts = [row[index].value for row in header if row[index].value]
    if len(parts) > 1 and column_roles(parts[-1]) == ("year",) and "cost" not in column_roles(parts[0]):
        return parts[-1]  # «Gjennomføres» stands over all the years
    if len(header) > 1 and index and not header[0][index].value and not column_roles(" ".join(parts)):
        over = next((row_cell.value for row_cell in header[0][index - 1 :: -1] if row_cell.value), "")
        shared = "responsible" in column_roles(over) and header[1][index - 1].value
        parts = [over, *parts] if shared and parts else parts
    return " ".join(parts)


def _placed(roles: tuple[str, ...], index: int, measure: int | None, title: str) -> tuple[str, ...]:
    """A plain goal column right of the measures tells what the measure is to bring about: its target."""
    if "goal" in roles and measure is not None and index > measure and goal_kind(title) in {"goal", None}:
        return tuple("target" if role == "goal" else role for role in roles)
    if "goal" in roles and "measure" in roles:
        return tuple(role for role in roles if role != "goal")
    return roles
