"""What the national guidance asks of plans: the lists in `data/guidelines`, read and checked.

A list is for some types of plans. It may stand inside another one: a plan about substances that shows the component
named in `within` is looked through with the list about alcohol too. Cues are written as planners would write them:
«samarbeid» is understood with its endings, «kompetanse*» with whatever follows, «*skader» with whatever stands in
front, «gravide + oppfølging» asks for both in one sentence, and «^ alkoholpolitiske retningslinjer» for words that open
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from extractor.lexicon import LexiconError, load_toml, words
from schemas.check import Names
from schemas.plan import Level

FILES = ("rus", "alkohol", "folkehelse", "trafikksikkerhet", "klima", "vold", "barnevern")
LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that a guideline asks for."""

    id: str  # «R17»
    key: str  # «responsibility»
    name: Names
    level: Level
    source: str
    facts: tuple[str, ...]  # names of what the structure of a plan can show, in order of trust
    themes: tuple[str, ...]  # ids of themes whose tiltak show it
    roles: tuple[str, ...]  # roles of sections that show it by their heading
    headings: tuple[str, ...]  # cues that count in headings only
    cues: tuple[str, ...]  # cues that count in headings and in the text
    columns: tuple[str, ...]  # cues of the headers of columns that have something in them
    of_others: bool  # what the state asks and wants is evidence too
    types: tuple[str, ...]  # types of plans that it is asked of; all types of the list where empty


@dataclass(frozen=True, slots=True)
class Guideline:
    """A list of what guidance asks for in some types of plans."""

    id: str
    name: Names
    source: str
    types: tuple[str, ...]
    within: str | None  # component of another list that makes this one count as well
    asked: tuple[Asked, ...]


def guidelines_of(plan_type: str | None) -> list[Guideline]:
    """Return the lists for plans of a type: those made for it, none where nobody made one."""
    return [guideline for guideline in guidelines() if plan_type in guideline.types]


def guidelines_within(component: str) -> list[Guideline]:
    """Return the lists that count as well where a component of another list is found."""
    return [guideline for guideline in guidelines() if guideline.within == component]


@cache
def guidelines() -> tuple[Guideline, ...]:
    """Return all lists.

    Raises:
        LexiconError: an entry lacks its source, its level or a written standard.
    """
    return tuple(_guideline(f"guidelines/{name}.toml") for name in FILES)


def _guideline(file: str) -> Guideline:
    data = load_toml(file)
    _need(data, ("id", "source", "plan_types", "components"), file)
    return Guideline(
        id=data["id"],
        name=_names(data, file),
        source=data["source"],
        types=tuple(data["plan_types"]),
        within=data.get("within"),
        asked=tuple(_asked(data, file)),
    )


def _asked(data: dict[str, Any], file: str) -> Iterator[Asked]:
    for entry in data["components"]:
        where = f"{file}: {entry.get('id')}"
        _need(entry, ("id", "key", "level"), where)
        if entry["level"] not in get_args(Level):
            raise LexiconError(f"data/{where}: the level is law, guide or practice")
        yield Asked(
            id=entry["id"],
            key=entry["key"],
            name=_names(entry, where),
            level=entry["level"],
            source=entry.get("source", data["source"]),
            facts=tuple(entry.get("facts", ())),
            themes=tuple(entry.get("themes", ())),
            roles=tuple(entry.get("roles", ())),
            headings=_cues(entry, "headings", where),
            cues=_cues(entry, "cues", where),
            columns=_cues(entry, "columns", where),
            of_others=entry.get("of_others", False),
            types=tuple(entry.get("types", ())),
        )


def _cues(entry: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    return words(entry, key, file=where) if key in entry else ()


def _names(entry: dict[str, Any], where: str) -> Names:
    _need(entry.get("name", {}), LANGUAGES, f"{where}: name")
    return Names(**entry["name"])


def _need(entry: dict[str, Any], keys: tuple[str, ...], where: str) -> None:
    if missing := [key for key in keys if not entry.get(key)]:
        raise LexiconError(f"data/{where}: {', '.join(missing)} is missing")
