"""What the title of a column, or a label in front of a colon, says about what stands below or behind it."""

from __future__ import annotations

import re
from functools import cache

from extractor.document import Cell
from extractor.lexicon import load_toml, words

JOINTS = re.compile(r"\s*(?:/|\+|&|,|;|\bog\b|\bsamt\b|\n)\s*")
NOISE = re.compile(r"(?<![*:.?¹²³⁴\d)(])[*:.?¹²³⁴\d)(]++$")
YEAR = re.compile(r"(?:19|20)\d\d")
COMPOUND_RESPONSIBLE = re.compile(
    r"[^\W\d]+[-/]*\s?ansvar(?:lig|leg)?e?"
)  # «prosjektansvarlig», «prosjekt-/ansvarleg»
COMPOUND_MEASURE = re.compile(r"[^\W\d_]{3,}tiltak(?:ene|a)?")  # «driftstiltak», «hovudtiltak»
SHORT_TITLE = 60  # characters: longer is no column title


def column_roles(title: str) -> tuple[str, ...]:
    """Return the roles that a column title names: «Ansvar/Planlagt utført» is (responsible, time).

    A title that says more than the register knows counts by its first words: «Tiltak Både interkommunale og
    kommunale.» is (measure,). Unknown titles have no role; a year is (year,).
    """
    folded = _fold(title)
    if YEAR.fullmatch(title.strip(" *:")):
        return ("year",)
    if not folded or len(folded) > 2 * SHORT_TITLE:
        return ()
    if folded in _roles():
        return _roles()[folded]
    parts = [_roles().get(_fold(part)) for part in JOINTS.split(folded)]
    if len(parts) > 1 and any(parts):
        return tuple(dict.fromkeys(role for roles in parts if roles for role in roles))
    if COMPOUND_RESPONSIBLE.fullmatch(folded):
        return ("responsible",)
    if COMPOUND_MEASURE.fullmatch(folded):
        return ("measure",)
    return _longest_opening(folded)


def is_header(cells: list[Cell]) -> bool:
    """Whether a row of cells is the header of a table: at least half of its titles are known, none is long."""
    titles = [cell.value for cell in cells if cell.value]
    if len(titles) < 2 or any(len(title) > SHORT_TITLE for title in titles):
        return False
    known = sum(bool(column_roles(title)) for title in titles)
    return known >= 2 and known * 2 >= len(titles)


def is_never_measures(title: str) -> bool:
    """Whether a first column of this title tells that the table lists no measures."""
    return _fold(title) in frozenset(words(load_toml("columns.toml"), "not_measures", file="columns.toml"))


def _fold(title: str) -> str:
    return NOISE.sub("", " ".join(title.casefold().split())).strip(" :.*-–")


def _longest_opening(folded: str) -> tuple[str, ...]:
    tokens = folded.split()
    asks = len(tokens) > 1 and tokens[0] in _questions() and not tokens[1].startswith("(")
    for count in range(min(len(tokens) - 1, 5), int(asks), -1):
        roles = _roles().get(" ".join(tokens[:count]))
        if roles:
            return roles
    return ()


@cache
def _questions() -> frozenset[str]:
    return frozenset(words(load_toml("columns.toml"), "questions", file="columns.toml"))


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    table = load_toml("columns.toml")["columns"]
    roles: dict[str, tuple[str, ...]] = {}
    for role in table:
        for title in words(table, role, file="columns.toml"):
            folded = _fold(title) or title
            if role not in roles.get(folded, ()):
                roles[folded] = (*roles.get(folded, ()), role)
    return {title: _without_general(found) for title, found in roles.items()}


def _without_general(roles: tuple[str, ...]) -> tuple[str, ...]:
    """A deadline is a time already; the more telling role stands."""
    return tuple(role for role in roles if not (role == "time" and "deadline" in roles))
